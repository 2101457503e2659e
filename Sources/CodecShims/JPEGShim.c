#include "CodecShims.h"

#include <setjmp.h>
#include <stdio.h>
#include <string.h>

#include <jpeglib.h>

/// An attack of scans: progressive files of 80,000 scans hold a processor for minutes.
static const int maximum_scans = 100;

typedef struct {
    struct jpeg_error_mgr base;
    jmp_buf landing;
    char *message;
} error_manager;

static void fail(j_common_ptr codec) {
    error_manager *errors = (error_manager *)codec->err;
    errors->base.format_message(codec, errors->message);
    longjmp(errors->landing, 1);
}

static void fail_on_warning(j_common_ptr codec, int level) {
    if (level < 0) fail(codec);
}

static void count_scans(j_common_ptr codec) {
    if (((j_decompress_ptr)codec)->input_scan_number <= maximum_scans) return;
    error_manager *errors = (error_manager *)codec->err;
    snprintf(errors->message, SHIM_MESSAGE_LENGTH, "More than %d scans", maximum_scans);
    longjmp(errors->landing, 1);
}

static struct jpeg_error_mgr *watch(error_manager *errors, char *message) {
    message[0] = 0;
    errors->message = message;
    struct jpeg_error_mgr *base = jpeg_std_error(&errors->base);
    base->error_exit = fail;
    base->emit_message = fail_on_warning;
    return base;
}

int shim_jpeg_read_header(const uint8_t *bytes, size_t count, shim_jpeg_header *header, char *message) {
    struct jpeg_decompress_struct codec;
    error_manager errors;
    memset(&codec, 0, sizeof codec);
    memset(header, 0, sizeof *header);
    codec.err = watch(&errors, message);
    if (setjmp(errors.landing)) {
        header->precision = codec.data_precision;
        jpeg_destroy_decompress(&codec);
        return -1;
    }
    jpeg_create_decompress(&codec);
    jpeg_mem_src(&codec, bytes, count);
    jpeg_read_header(&codec, TRUE);
    header->width = codec.image_width;
    header->height = codec.image_height;
    header->components = codec.num_components;
    header->precision = codec.data_precision;
    for (int i = 0; i < codec.num_components && i < 4; i++) {
        header->component_ids[i] = (uint8_t)codec.comp_info[i].component_id;
    }
    header->adobe_transform = codec.saw_Adobe_marker ? codec.Adobe_transform : -1;
    jpeg_destroy_decompress(&codec);
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

int shim_jpeg_decode(const uint8_t *bytes, size_t count, bool ycc_to_rgb, uint8_t *samples, size_t sample_count,
                     char *message) {
    struct jpeg_decompress_struct codec;
    struct jpeg_progress_mgr progress;
    error_manager errors;
    memset(&codec, 0, sizeof codec);
    memset(&progress, 0, sizeof progress);
    codec.err = watch(&errors, message);
    if (setjmp(errors.landing)) {
        jpeg_destroy_decompress(&codec);
        return -1;
    }
    jpeg_create_decompress(&codec);
    progress.progress_monitor = count_scans;
    codec.progress = &progress;
    jpeg_mem_src(&codec, bytes, count);
    jpeg_read_header(&codec, TRUE);
    choose_colors(&codec, ycc_to_rgb);
    jpeg_calc_output_dimensions(&codec);
    size_t stride = (size_t)codec.output_width * (size_t)codec.output_components;
    if (stride == 0 || sample_count / stride != codec.output_height || sample_count % stride != 0) {
        snprintf(message, SHIM_MESSAGE_LENGTH, "Another size than announced");
        jpeg_destroy_decompress(&codec);
        return -1;
    }
    jpeg_start_decompress(&codec);
    while (codec.output_scanline < codec.output_height) {
        JSAMPROW row = samples + (size_t)codec.output_scanline * stride;
        jpeg_read_scanlines(&codec, &row, 1);
    }
    jpeg_finish_decompress(&codec);
    jpeg_destroy_decompress(&codec);
    return 0;
}
