#include "Raster.h"

#include <string.h>

#include <openjpeg.h>

/// Where the library writes: it may go back and write over what it wrote.
typedef struct {
    uint8_t *bytes;
    size_t capacity;
    size_t position;
    /// Behind the last byte that was written.
    size_t count;
} sink;

static OPJ_SIZE_T write_bytes(void *source, OPJ_SIZE_T count, void *data) {
    sink *sink = data;
    if (count > sink->capacity - sink->position) return (OPJ_SIZE_T)-1;
    memcpy(sink->bytes + sink->position, source, count);
    sink->position += count;
    if (sink->position > sink->count) sink->count = sink->position;
    return count;
}

static OPJ_OFF_T skip_bytes(OPJ_OFF_T wanted, void *data) {
    sink *sink = data;
    if (wanted < 0 || (size_t)wanted > sink->capacity - sink->position) return -1;
    sink->position += (size_t)wanted;
    return wanted;
}

static OPJ_BOOL seek_byte(OPJ_OFF_T position, void *data) {
    sink *sink = data;
    if (position < 0 || (size_t)position > sink->capacity) return OPJ_FALSE;
    sink->position = (size_t)position;
    return OPJ_TRUE;
}

/// Keeps the first words.
static void keep(const char *words, void *data) {
    char *message = data;
    if (message[0] != 0) return;
    shim_fail(message, words);
    message[strcspn(message, "\r\n")] = 0;
}

/// The components, each sample as the number that it means.
static opj_image_t *make_image(const uint8_t *samples, const shim_raster *raster) {
    opj_image_cmptparm_t parameters[4];
    if (raster->samples_per_pixel > 4) return NULL;
    memset(parameters, 0, sizeof parameters);
    for (uint32_t i = 0; i < raster->samples_per_pixel; i++) {
        parameters[i] = (opj_image_cmptparm_t){
            .dx = 1, .dy = 1, .w = raster->columns, .h = raster->rows, .prec = raster->precision, .bpp = raster->precision,
            .sgnd = raster->is_signed ? 1 : 0,
        };
    }
    const OPJ_COLOR_SPACE space = raster->samples_per_pixel == 1 ? OPJ_CLRSPC_GRAY : OPJ_CLRSPC_SRGB;
    opj_image_t *image = opj_image_create(raster->samples_per_pixel, parameters, space);
    if (image == NULL) return NULL;
    image->x1 = raster->columns;
    image->y1 = raster->rows;
    for (uint32_t i = 0; i < raster->samples_per_pixel; i++) shim_read_plane(raster, samples, i, image->comps[i].data);
    return image;
}

static bool encode(opj_codec_t *codec, opj_stream_t *stream, opj_image_t *image, bool has_color_transform) {
    opj_cparameters_t parameters;
    opj_set_default_encoder_parameters(&parameters);
    parameters.irreversible = 0;
    parameters.tcp_numlayers = 1;
    parameters.tcp_rates[0] = 0;
    parameters.cp_disto_alloc = 1;
    parameters.tcp_mct = has_color_transform ? 1 : 0;
    // A side must not be halved away.
    const uint32_t side = image->x1 < image->y1 ? image->x1 : image->y1;
    while (parameters.numresolution > 1 && (1u << (parameters.numresolution - 1)) > side) parameters.numresolution--;
    return opj_setup_encoder(codec, &parameters, image) && opj_start_compress(codec, image, stream) &&
           opj_encode(codec, stream) && opj_end_compress(codec, stream);
}

int shim_jpeg2000_encode(const uint8_t *samples, const shim_raster *raster, bool has_color_transform,
                         uint8_t *codestream, size_t *count, char *message) {
    sink sink = {.bytes = codestream, .capacity = *count};
    message[0] = 0;
    opj_image_t *image = make_image(samples, raster);
    opj_codec_t *codec = opj_create_compress(OPJ_CODEC_J2K);
    opj_stream_t *stream = opj_stream_default_create(OPJ_FALSE);
    int result = -1;
    if (image != NULL && codec != NULL && stream != NULL) {
        opj_set_warning_handler(codec, keep, message);
        opj_set_error_handler(codec, keep, message);
        opj_stream_set_write_function(stream, write_bytes);
        opj_stream_set_skip_function(stream, skip_bytes);
        opj_stream_set_seek_function(stream, seek_byte);
        opj_stream_set_user_data(stream, &sink, NULL);
        const bool is_encoded = encode(codec, stream, image, has_color_transform);
        result = is_encoded && message[0] == 0 ? 0 : -1;
        if (result != 0 && message[0] == 0) shim_fail(message, "The library gave up");
    } else {
        shim_fail(message, "Not enough memory");
    }
    if (stream != NULL) opj_stream_destroy(stream);
    if (codec != NULL) opj_destroy_codec(codec);
    if (image != NULL) opj_image_destroy(image);
    *count = sink.count;
    return result;
}
