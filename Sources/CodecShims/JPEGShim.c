#include "CodecShims.h"

#include <setjmp.h>
#include <stdio.h>
#include <string.h>

#include <jpeglib.h>

/// An attack of scans: progressive files of 80,000 scans hold a processor for minutes.
static const int maximum_scans = 100;

/// What a call works on. It lives in the frame of the function that asks for the call, not of the one that calls
/// setjmp, so that landing finds every change to it (ISO C 7.13.2.1).
typedef struct {
    struct jpeg_decompress_struct codec;
    struct jpeg_progress_mgr progress;
    struct jpeg_error_mgr errors;
    jmp_buf landing;
    char *message;
    const uint8_t *bytes;
    size_t count;
    bool ycc_to_rgb;
    const shim_raster *raster;
    uint8_t *samples;
} job;

static void land(job *job, const char *words) {
    if (words != NULL) snprintf(job->message, SHIM_MESSAGE_LENGTH, "%s", words);
    longjmp(job->landing, 1);
}

static void fail(j_common_ptr codec) {
    job *job = codec->client_data;
    codec->err->format_message(codec, job->message);
    land(job, NULL);
}

static void fail_on_warning(j_common_ptr codec, int level) {
    if (level < 0) fail(codec);
}

static void count_scans(j_common_ptr codec) {
    job *job = codec->client_data;
    if (job->codec.input_scan_number > maximum_scans) land(job, "Too many scans");
}

/// Sets the decoder up, lets it do the work, and frees what it holds, whether the work came back or landed.
static int run(job *job, void (*work)(struct jpeg_decompress_struct *)) {
    job->message[0] = 0;
    job->codec.err = jpeg_std_error(&job->errors);
    job->codec.client_data = job;
    job->errors.error_exit = fail;
    job->errors.emit_message = fail_on_warning;
    job->progress.progress_monitor = count_scans;
    if (setjmp(job->landing)) {
        jpeg_destroy_decompress(&job->codec);
        return -1;
    }
    jpeg_create_decompress(&job->codec);
    job->codec.progress = &job->progress;
    jpeg_mem_src(&job->codec, job->bytes, job->count);
    work(&job->codec);
    jpeg_destroy_decompress(&job->codec);
    return 0;
}

static void choose_colors(struct jpeg_decompress_struct *codec, bool ycc_to_rgb) {
    switch (codec->num_components) {
    case 1:
        codec->jpeg_color_space = codec->out_color_space = JCS_GRAYSCALE;
        break;
    case 3:
        codec->jpeg_color_space = ycc_to_rgb ? JCS_YCbCr : JCS_RGB;
        codec->out_color_space = JCS_RGB;
        break;
    default:
        codec->jpeg_color_space = codec->out_color_space = JCS_UNKNOWN;
        break;
    }
}

static void decode(struct jpeg_decompress_struct *codec) {
    job *job = codec->client_data;
    jpeg_read_header(codec, TRUE);
    choose_colors(codec, job->ycc_to_rgb);
    jpeg_calc_output_dimensions(codec);
    const shim_raster *raster = job->raster;
    if (codec->output_width != raster->columns || codec->output_height != raster->rows ||
        (uint32_t)codec->output_components != raster->samples_per_pixel || raster->sample_bytes != 1) {
        land(job, "Another size than announced");
    }
    size_t stride = (size_t)raster->columns * raster->samples_per_pixel;
    jpeg_start_decompress(codec);
    while (codec->output_scanline < codec->output_height) {
        JSAMPROW row = job->samples + (size_t)codec->output_scanline * stride;
        jpeg_read_scanlines(codec, &row, 1);
    }
    jpeg_finish_decompress(codec);
}

int shim_jpeg_decode(const uint8_t *bytes, size_t count, bool ycc_to_rgb, const shim_raster *raster, uint8_t *samples,
                     char *message) {
    job job = {
        .message = message,
        .bytes = bytes,
        .count = count,
        .ycc_to_rgb = ycc_to_rgb,
        .raster = raster,
        .samples = samples,
    };
    return run(&job, decode);
}
