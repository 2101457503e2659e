#include "Raster.h"

#include <string.h>

#include <openjpeg.h>

/// Bytes that the library reads ahead.
static const OPJ_SIZE_T buffer_length = 1 << 20;

typedef struct {
    const uint8_t *bytes;
    size_t count;
    size_t position;
} source;

static OPJ_SIZE_T read_bytes(void *target, OPJ_SIZE_T wanted, void *data) {
    source *source = data;
    const size_t left = source->count - source->position;
    if (left == 0) return (OPJ_SIZE_T)-1;
    const size_t count = wanted < left ? wanted : left;
    memcpy(target, source->bytes + source->position, count);
    source->position += count;
    return count;
}

static OPJ_OFF_T skip_bytes(OPJ_OFF_T wanted, void *data) {
    source *source = data;
    const size_t left = source->count - source->position;
    if (wanted < 0 || (size_t)wanted > left) return -1;
    source->position += (size_t)wanted;
    return wanted;
}

static OPJ_BOOL seek_byte(OPJ_OFF_T position, void *data) {
    source *source = data;
    if (position < 0 || (size_t)position > source->count) return OPJ_FALSE;
    source->position = (size_t)position;
    return OPJ_TRUE;
}

/// A slip of an encoder that GDCM's files hold (pydicom's GDCMJ2K_TextGBR): the tile-parts are counted from one. The
/// library sees it before it decodes anything, and counts as the encoder did.
static const char tile_part_slip[] = "Non conformant codestream TPsot==TNsot.";

/// Keeps the first words, of warnings and of errors alike.
static void keep(const char *words, void *data) {
    char *message = data;
    if (message[0] != 0 || strncmp(words, tile_part_slip, sizeof tile_part_slip - 1) == 0) return;
    shim_fail(message, words);
    message[strcspn(message, "\r\n")] = 0;
}

/// What a call holds.
typedef struct {
    opj_codec_t *codec;
    opj_stream_t *stream;
    opj_image_t *image;
} job;

static int compare(const opj_image_t *image, const shim_raster *raster, char *message) {
    if (image->numcomps != raster->samples_per_pixel) return shim_fail(message, "Another size than announced");
    for (uint32_t i = 0; i < image->numcomps; i++) {
        const opj_image_comp_t *component = &image->comps[i];
        if (component->w != raster->columns || component->h != raster->rows || component->prec != raster->precision ||
            component->data == NULL) {
            return shim_fail(message, "Another size than announced");
        }
    }
    return 0;
}

static int decode(job *job, uint32_t reduce, const shim_raster *raster, uint8_t *samples, char *message) {
    opj_dparameters_t parameters;
    opj_set_default_decoder_parameters(&parameters);
    parameters.cp_reduce = reduce;
    opj_set_warning_handler(job->codec, keep, message);
    opj_set_error_handler(job->codec, keep, message);
    if (!opj_setup_decoder(job->codec, &parameters) || !opj_decoder_set_strict_mode(job->codec, OPJ_TRUE) ||
        !opj_read_header(job->stream, job->codec, &job->image) ||
        !opj_decode(job->codec, job->stream, job->image) || !opj_end_decompress(job->codec, job->stream)) {
        return message[0] != 0 ? -1 : shim_fail(message, "The library gave up");
    }
    if (message[0] != 0 || compare(job->image, raster, message) != 0) return -1;
    for (uint32_t i = 0; i < job->image->numcomps; i++) {
        shim_write_plane(raster, job->image->comps[i].data, i, samples);
    }
    return 0;
}

int shim_jpeg2000_decode(const uint8_t *bytes, size_t count, uint32_t reduce, const shim_raster *raster,
                         uint8_t *samples, char *message) {
    source source = {.bytes = bytes, .count = count};
    job job = {.codec = opj_create_decompress(OPJ_CODEC_J2K)};
    message[0] = 0;
    job.stream = opj_stream_create(count < buffer_length ? count + 1 : buffer_length, OPJ_TRUE);
    int result = -1;
    if (job.codec != NULL && job.stream != NULL) {
        opj_stream_set_read_function(job.stream, read_bytes);
        opj_stream_set_skip_function(job.stream, skip_bytes);
        opj_stream_set_seek_function(job.stream, seek_byte);
        opj_stream_set_user_data(job.stream, &source, NULL);
        opj_stream_set_user_data_length(job.stream, count);
        result = decode(&job, reduce, raster, samples, message);
    } else {
        shim_fail(message, "Not enough memory");
    }
    if (job.stream != NULL) opj_stream_destroy(job.stream);
    if (job.codec != NULL) opj_destroy_codec(job.codec);
    if (job.image != NULL) opj_image_destroy(job.image);
    return result;
}
