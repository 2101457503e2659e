#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Calls into C libraries that come back by return only.
///
/// libjpeg and libpng report errors by longjmp, which must not cross a Swift frame, the others by callbacks and codes.
/// Each function here frees what the library holds, and answers 0, or -1 with the library's words in `message`.

/// Room for the words of an error, the terminating zero included; libjpeg's own limit.
#define SHIM_MESSAGE_LENGTH 200

/// The samples of a frame in native form: by pixel, row after row, little-endian.
typedef struct {
    uint32_t columns;
    uint32_t rows;
    uint32_t samples_per_pixel;
    /// Bytes of a sample: 1, 2 or 4.
    uint32_t sample_bytes;
    /// Bits of a sample, in the lowest ones of its bytes.
    uint32_t precision;
    /// Whether the bits above repeat the highest; else they are zero.
    bool is_signed;
} shim_raster;

/// Bytes that a raster takes.
size_t shim_raster_length(const shim_raster *raster);

/// Decodes a JPEG of 8 bits by libjpeg-turbo.
///
/// `ycc_to_rgb` says that the components are YCbCr and that RGB is wanted; else they are given as coded, whatever the
/// library would guess. A warning is an error: the library finishes a file cut in half with one. So are more than a
/// hundred scans, and a picture of another size than the raster's.
int shim_jpeg_decode(const uint8_t *bytes, size_t count, bool ycc_to_rgb, const shim_raster *raster, uint8_t *samples,
                     char *message);

/// Decodes JPEG-LS by CharLS, which needs an end of image at the end: it does not end itself without one.
int shim_jpegls_decode(const uint8_t *bytes, size_t count, const shim_raster *raster, uint8_t *samples, char *message);

/// Decodes a JPEG 2000 codestream, High-Throughput or not, by OpenJPEG. A warning is an error.
///
/// @param reduce How often the size is halved; the raster is of the size that results.
int shim_jpeg2000_decode(const uint8_t *bytes, size_t count, uint32_t reduce, const shim_raster *raster,
                         uint8_t *samples, char *message);

/// Decodes JPEG XL by libjxl: one image of grey or colour, without alpha.
int shim_jpegxl_decode(const uint8_t *bytes, size_t count, const shim_raster *raster, uint8_t *samples, char *message);

/// Encodes JPEG-LS without loss by CharLS. Samples of up to 8 bits are one byte wide, the others two, and the bits above
/// the precision are zero.
///
/// @param count How much room there is, and then how many bytes were written; so of the others.
int shim_jpegls_encode(const uint8_t *samples, const shim_raster *raster, uint8_t *codestream, size_t *count,
                       char *message);

/// Encodes JPEG 2000 without loss by OpenJPEG, of samples of one byte or two.
///
/// @param has_color_transform Whether three components go through the reversible transform (ITU-T T.800 Annex G).
int shim_jpeg2000_encode(const uint8_t *samples, const shim_raster *raster, bool has_color_transform,
                         uint8_t *codestream, size_t *count, char *message);

/// Encodes High-Throughput JPEG 2000 without loss by OpenJPH, in RPCL order and one tile, of samples of one byte or two.
/// What the library throws ends here. It never decodes.
///
/// @param decompositions How often the image is halved.
int shim_htj2k_encode(const uint8_t *samples, const shim_raster *raster, uint32_t decompositions,
                      bool has_color_transform, uint8_t *codestream, size_t *count, char *message);

/// Converts pixels of red, green and blue, a byte each, from one ICC profile to another by Little CMS, with the perceptual
/// intent. Whatever the library reports is an error.
int shim_icc_convert(const uint8_t *samples, size_t pixels, const uint8_t *profile, size_t profile_length,
                     const uint8_t *target, size_t target_length, uint8_t *converted, char *message);

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
