#include "Raster.h"

#include <stdbool.h>

#include <jxl/decode.h>

/// What a call holds.
typedef struct {
    JxlDecoder *decoder;
    const shim_raster *raster;
    uint8_t *samples;
    char *message;
} job;

static int compare(const job *job) {
    JxlBasicInfo info;
    if (JxlDecoderGetBasicInfo(job->decoder, &info) != JXL_DEC_SUCCESS) return shim_fail(job->message, "No header");
    const shim_raster *raster = job->raster;
    if (info.xsize != raster->columns || info.ysize != raster->rows ||
        info.num_color_channels != raster->samples_per_pixel || info.bits_per_sample != raster->precision ||
        info.exponent_bits_per_sample != 0) {
        return shim_fail(job->message, "Another size than announced");
    }
    return info.have_animation || info.num_extra_channels != 0 ? shim_fail(job->message, "More than an image") : 0;
}

static int set_output(const job *job) {
    const shim_raster *raster = job->raster;
    const JxlPixelFormat format = {
        .num_channels = raster->samples_per_pixel,
        .data_type = raster->sample_bytes == 1 ? JXL_TYPE_UINT8 : JXL_TYPE_UINT16,
        .endianness = JXL_LITTLE_ENDIAN,
    };
    size_t length = 0;
    if (JxlDecoderImageOutBufferSize(job->decoder, &format, &length) != JXL_DEC_SUCCESS ||
        length != shim_raster_length(raster) ||
        JxlDecoderSetImageOutBuffer(job->decoder, &format, job->samples, length) != JXL_DEC_SUCCESS) {
        return shim_fail(job->message, "No room for the samples");
    }
    return 0;
}

/// The library spreads samples over the whole range of their words; this brings them back.
static void narrow(const shim_raster *raster, uint8_t *samples) {
    const uint32_t whole = raster->sample_bytes == 1 ? 0xFF : 0xFFFF;
    const uint32_t range = (1U << raster->precision) - 1;
    if (range == whole) return;
    const size_t count = shim_raster_length(raster) / raster->sample_bytes;
    for (size_t i = 0; i < count; i++) {
        if (raster->sample_bytes == 1) {
            samples[i] = (uint8_t)((samples[i] * range + whole / 2) / whole);
        } else {
            uint16_t *words = (uint16_t *)samples;
            words[i] = (uint16_t)((words[i] * range + whole / 2) / whole);
        }
    }
}

static int decode(const job *job) {
    bool is_compared = false, is_whole = false;
    while (!is_whole) {
        switch (JxlDecoderProcessInput(job->decoder)) {
        case JXL_DEC_BASIC_INFO:
            if (compare(job) != 0) return -1;
            is_compared = true;
            break;
        case JXL_DEC_NEED_IMAGE_OUT_BUFFER:
            if (!is_compared || set_output(job) != 0) return -1;
            break;
        case JXL_DEC_FULL_IMAGE:
            is_whole = true;
            break;
        case JXL_DEC_NEED_MORE_INPUT:
            return shim_fail(job->message, "The codestream ends early");
        default:
            return shim_fail(job->message, "The codestream is damaged");
        }
    }
    narrow(job->raster, job->samples);
    shim_extend(job->raster, job->samples);
    return 0;
}

int shim_jpegxl_decode(const uint8_t *bytes, size_t count, const shim_raster *raster, uint8_t *samples, char *message) {
    message[0] = 0;
    if (raster->sample_bytes > 2 || raster->precision > 8 * raster->sample_bytes) {
        return shim_fail(message, "Too many bits of a sample");
    }
    job job = {.decoder = JxlDecoderCreate(NULL), .raster = raster, .samples = samples, .message = message};
    if (job.decoder == NULL) return shim_fail(message, "Not enough memory");
    int result;
    if (JxlDecoderSubscribeEvents(job.decoder, JXL_DEC_BASIC_INFO | JXL_DEC_FULL_IMAGE) == JXL_DEC_SUCCESS &&
        JxlDecoderSetKeepOrientation(job.decoder, JXL_TRUE) == JXL_DEC_SUCCESS &&
        JxlDecoderSetInput(job.decoder, bytes, count) == JXL_DEC_SUCCESS) {
        JxlDecoderCloseInput(job.decoder);
        result = decode(&job);
    } else {
        result = shim_fail(message, "The library gave up");
    }
    JxlDecoderDestroy(job.decoder);
    return result;
}
