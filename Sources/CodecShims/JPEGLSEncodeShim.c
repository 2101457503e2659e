#include "Raster.h"

#include <charls/charls.h>

static charls_jpegls_errc encode(charls_jpegls_encoder *encoder, const uint8_t *samples, const shim_raster *raster,
                                 uint8_t *codestream, size_t *count) {
    const charls_frame_info info = {
        .width = raster->columns,
        .height = raster->rows,
        .bits_per_sample = (int32_t)raster->precision,
        .component_count = (int32_t)raster->samples_per_pixel,
    };
    charls_jpegls_errc code = charls_jpegls_encoder_set_frame_info(encoder, &info);
    if (code == CHARLS_JPEGLS_ERRC_SUCCESS && raster->samples_per_pixel > 1)
        code = charls_jpegls_encoder_set_interleave_mode(encoder, CHARLS_INTERLEAVE_MODE_LINE);
    if (code == CHARLS_JPEGLS_ERRC_SUCCESS)
        code = charls_jpegls_encoder_set_destination_buffer(encoder, codestream, *count);
    if (code == CHARLS_JPEGLS_ERRC_SUCCESS)
        code = charls_jpegls_encoder_encode_from_buffer(encoder, samples, shim_raster_length(raster), 0);
    if (code == CHARLS_JPEGLS_ERRC_SUCCESS) code = charls_jpegls_encoder_get_bytes_written(encoder, count);
    return code;
}

int shim_jpegls_encode(const uint8_t *samples, const shim_raster *raster, uint8_t *codestream, size_t *count,
                       char *message) {
    message[0] = 0;
    if (raster->sample_bytes != (raster->precision > 8 ? 2 : 1)) return shim_fail(message, "Samples of another width");
    charls_jpegls_encoder *encoder = charls_jpegls_encoder_create();
    if (encoder == NULL) return shim_fail(message, "Not enough memory");
    const charls_jpegls_errc code = encode(encoder, samples, raster, codestream, count);
    charls_jpegls_encoder_destroy(encoder);
    return code == CHARLS_JPEGLS_ERRC_SUCCESS ? 0 : shim_fail(message, charls_get_error_message(code));
}
