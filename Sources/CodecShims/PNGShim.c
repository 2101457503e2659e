#include "CodecShims.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <png.h>
#include <zlib.h>

/// Bytes of compressed data in one IDAT chunk.
static const size_t chunk_length = 256 * 1024;

typedef struct {
    jmp_buf landing;
    char *message;
    shim_bytes *output;
} png_context;

static void fail(png_structp png, png_const_charp words) {
    png_context *context = png_get_error_ptr(png);
    snprintf(context->message, SHIM_MESSAGE_LENGTH, "%s", words);
    longjmp(context->landing, 1);
}

static void ignore_warning(png_structp png, png_const_charp words) {
    (void)png;
    (void)words;
}

static void append(png_structp png, png_bytep data, size_t count) {
    shim_bytes *output = ((png_context *)png_get_io_ptr(png))->output;
    if (count > output->capacity - output->count) {
        size_t capacity = output->capacity + count + output->capacity / 2;
        uint8_t *larger = capacity < output->capacity ? NULL : realloc(output->data, capacity);
        if (larger == NULL) png_error(png, "Out of memory");
        output->data = larger;
        output->capacity = capacity;
    }
    memcpy(output->data + output->count, data, count);
    output->count += count;
}

static void flush(png_structp png) { (void)png; }

void shim_bytes_free(shim_bytes *bytes) {
    free(bytes->data);
    memset(bytes, 0, sizeof *bytes);
}

static void write_picture(png_structp png, png_infop info, const uint8_t *samples, uint32_t width, uint32_t height,
                          int components) {
    png_set_user_limits(png, width, height);
    png_set_IHDR(png, info, width, height, 8, components == 1 ? PNG_COLOR_TYPE_GRAY : PNG_COLOR_TYPE_RGB,
                 PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_set_filter(png, PNG_FILTER_TYPE_BASE, PNG_FILTER_SUB);
    png_set_compression_level(png, 1);
    png_set_compression_strategy(png, Z_RLE);
    png_set_compression_buffer_size(png, chunk_length);
    png_write_info(png, info);
    size_t stride = (size_t)width * (size_t)components;
    for (uint32_t row = 0; row < height; row++) {
        png_write_row(png, samples + row * stride);
    }
    png_write_end(png, NULL);
}

int shim_png_encode(const uint8_t *samples, uint32_t width, uint32_t height, int components, shim_bytes *output,
                    char *message) {
    png_context context = {.message = message, .output = output};
    message[0] = 0;
    memset(output, 0, sizeof *output);
    png_structp volatile png = NULL;
    png_infop volatile info = NULL;
    if (setjmp(context.landing)) {
        png_structp failed = png;
        png_infop failed_info = info;
        png_destroy_write_struct(&failed, &failed_info);
        shim_bytes_free(output);
        return -1;
    }
    png = png_create_write_struct(PNG_LIBPNG_VER_STRING, &context, fail, ignore_warning);
    if (png == NULL) return -1;
    info = png_create_info_struct(png);
    if (info == NULL) png_error(png, "Out of memory");
    png_set_write_fn(png, &context, append, flush);
    write_picture(png, info, samples, width, height, components);
    png_structp done = png;
    png_infop done_info = info;
    png_destroy_write_struct(&done, &done_info);
    return 0;
}
