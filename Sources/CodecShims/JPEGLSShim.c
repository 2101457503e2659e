#include "Raster.h"

#include <stdlib.h>
#include <string.h>

#include <charls/charls.h>

/// What the library makes of a codestream: samples of one byte or two, by pixel or plane after plane.
typedef struct {
    size_t sample_bytes;
    bool is_by_plane;
} form;

static int fail(char *message, charls_jpegls_errc code) { return shim_fail(message, charls_get_error_message(code)); }

/// Reads up to the first scan, and compares what it says with what was announced.
static int read_header(charls_jpegls_decoder *decoder, const shim_raster *raster, form *form, char *message) {
    charls_frame_info info;
    charls_interleave_mode mode;
    charls_jpegls_errc code = charls_jpegls_decoder_read_header(decoder);
    if (code == CHARLS_JPEGLS_ERRC_SUCCESS) code = charls_jpegls_decoder_get_frame_info(decoder, &info);
    if (code == CHARLS_JPEGLS_ERRC_SUCCESS) code = charls_jpegls_decoder_get_interleave_mode(decoder, &mode);
    if (code != CHARLS_JPEGLS_ERRC_SUCCESS) return fail(message, code);
    if (info.width != raster->columns || info.height != raster->rows ||
        (uint32_t)info.component_count != raster->samples_per_pixel ||
        (uint32_t)info.bits_per_sample != raster->precision) {
        return shim_fail(message, "Another size than announced");
    }
    form->sample_bytes = raster->precision > 8 ? 2 : 1;
    form->is_by_plane = raster->samples_per_pixel > 1 && mode == CHARLS_INTERLEAVE_MODE_NONE;
    return form->sample_bytes > raster->sample_bytes ? shim_fail(message, "Too many bits") : 0;
}

/// Brings samples that the library made into the raster's own form.
static void rearrange(const uint8_t *decoded, form form, const shim_raster *raster, uint8_t *samples) {
    const size_t pixels = (size_t)raster->columns * raster->rows;
    const size_t step = raster->samples_per_pixel;
    for (size_t place = 0; place < step; place++) {
        for (size_t i = 0; i < pixels; i++) {
            const size_t from = form.is_by_plane ? place * pixels + i : i * step + place;
            const size_t to = i * step + place;
            if (raster->sample_bytes == 1) {
                samples[to] = decoded[from];
            } else {
                ((uint16_t *)samples)[to] =
                    form.sample_bytes == 1 ? decoded[from] : ((const uint16_t *)decoded)[from];
            }
        }
    }
}

static int decode(charls_jpegls_decoder *decoder, const shim_raster *raster, uint8_t *samples, char *message) {
    form form = {.sample_bytes = 1};
    if (read_header(decoder, raster, &form, message) != 0) return -1;
    const size_t length = shim_raster_length(raster);
    const bool is_in_place = !form.is_by_plane && form.sample_bytes == raster->sample_bytes;
    const size_t decoded_length = length / raster->sample_bytes * form.sample_bytes;
    uint8_t *decoded = is_in_place ? samples : malloc(decoded_length);
    if (decoded == NULL) return shim_fail(message, "Not enough memory");
    const charls_jpegls_errc code = charls_jpegls_decoder_decode_to_buffer(decoder, decoded, decoded_length, 0);
    if (code == CHARLS_JPEGLS_ERRC_SUCCESS && !is_in_place) rearrange(decoded, form, raster, samples);
    if (!is_in_place) free(decoded);
    if (code != CHARLS_JPEGLS_ERRC_SUCCESS) return fail(message, code);
    shim_extend(raster, samples);
    return 0;
}

int shim_jpegls_decode(const uint8_t *bytes, size_t count, const shim_raster *raster, uint8_t *samples, char *message) {
    message[0] = 0;
    if (raster->sample_bytes > 2) return shim_fail(message, "Too many bytes of a sample");
    charls_jpegls_decoder *decoder = charls_jpegls_decoder_create();
    if (decoder == NULL) return shim_fail(message, "Not enough memory");
    const charls_jpegls_errc code = charls_jpegls_decoder_set_source_buffer(decoder, bytes, count);
    const int result =
        code == CHARLS_JPEGLS_ERRC_SUCCESS ? decode(decoder, raster, samples, message) : fail(message, code);
    charls_jpegls_decoder_destroy(decoder);
    return result;
}
