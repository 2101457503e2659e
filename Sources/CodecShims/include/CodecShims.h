#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Calls into libjpeg and libpng that come back by return only.
///
/// Both libraries report errors by longjmp, which must not cross a Swift frame. Each function here sets its own
/// landing point, frees what the library holds, and answers 0, or -1 with the library's words in `message`.

/// Room for the words of an error, the terminating zero included; libjpeg's own limit.
#define SHIM_MESSAGE_LENGTH 200

/// What a JPEG's markers say before its first scan (ISO/IEC 10918-1 B.2.2).
typedef struct {
    uint32_t width;
    uint32_t height;
    int32_t components;
    /// Bits of a sample.
    int32_t precision;
    /// The identifiers of the first four components, as the frame header has them.
    uint8_t component_ids[4];
    /// The transform of Adobe's APP14 marker: 0 none, 1 YCbCr, 2 YCCK; -1 without the marker.
    int32_t adobe_transform;
} shim_jpeg_header;

/// Reads up to the first scan. After an error, `precision` is what the frame header said, or 0 without one: other
/// precisions than 8 are such an error.
int shim_jpeg_read_header(const uint8_t *bytes, size_t count, shim_jpeg_header *header, char *message);

/// Decodes into `samples`, by pixel, `components` bytes each.
///
/// `ycc_to_rgb` says that the components are YCbCr and that RGB is wanted; else they are given as coded, whatever the
/// library would guess. A warning is an error: the library finishes a file cut in half with one. So are more than a
/// hundred scans, and a picture that does not fill `samples` exactly.
int shim_jpeg_decode(const uint8_t *bytes, size_t count, bool ycc_to_rgb, uint8_t *samples, size_t sample_count,
                     char *message);

/// Bytes that the receiver gives back with shim_bytes_free.
typedef struct {
    uint8_t *data;
    size_t count;
    size_t capacity;
} shim_bytes;

void shim_bytes_free(shim_bytes *bytes);

/// Writes a PNG of one (grey) or three (RGB) components of 8 bits, by pixel.
///
/// The SUB filter, zlib's level 1 and its run-length strategy: on radiographs twenty times faster than the library's
/// defaults, for 5 % more bytes.
int shim_png_encode(const uint8_t *samples, uint32_t width, uint32_t height, int components, shim_bytes *png,
                    char *message);
