#include "CodecShims.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <png.h>
#include <zlib.h>

/// Bytes of compressed data in one IDAT chunk.
static const size_t chunk_length = 256 * 1024;

/// What a call works on. It lives in the frame of the function that asks for the call, not of the one that calls
/// setjmp, so that landing finds every change to it (ISO C 7.13.2.1).
typedef struct {
    png_structp png;
    png_infop info;
    jmp_buf landing;
    char *message;
    shim_bytes *output;
    const uint8_t *samples;
    uint32_t width;
    uint32_t height;
    int components;
} job;

static void fail(png_structp png, png_const_charp words) {
    job *job = png_get_error_ptr(png);
    snprintf(job->message, SHIM_MESSAGE_LENGTH, "%s", words);
    longjmp(job->landing, 1);
}

static void ignore_warning(png_structp png, png_const_charp words) {
    (void)png;
    (void)words;
}

static void append(png_structp png, png_bytep data, size_t count) {
    shim_bytes *output = ((job *)png_get_io_ptr(png))->output;
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

static void write_picture(job *job) {
    png_structp png = job->png;
    png_set_write_fn(png, job, append, flush);
    png_set_user_limits(png, job->width, job->height);
    png_set_IHDR(png, job->info, job->width, job->height, 8,
                 job->components == 1 ? PNG_COLOR_TYPE_GRAY : PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_set_filter(png, PNG_FILTER_TYPE_BASE, PNG_FILTER_SUB);
    png_set_compression_level(png, 1);
    png_set_compression_strategy(png, Z_RLE);
    png_set_compression_buffer_size(png, chunk_length);
    png_write_info(png, job->info);
    size_t stride = (size_t)job->width * (size_t)job->components;
    for (uint32_t row = 0; row < job->height; row++) {
        png_write_row(png, job->samples + row * stride);
    }
    png_write_end(png, NULL);
}

/// Writes the picture, and frees what the library holds, whether the work came back or landed.
static int run(job *job) {
    if (setjmp(job->landing) == 0) {
        job->png = png_create_write_struct(PNG_LIBPNG_VER_STRING, job, fail, ignore_warning);
        if (job->png != NULL) job->info = png_create_info_struct(job->png);
        if (job->info != NULL) {
            write_picture(job);
            png_destroy_write_struct(&job->png, &job->info);
            return 0;
        }
        snprintf(job->message, SHIM_MESSAGE_LENGTH, "Out of memory");
    }
    png_destroy_write_struct(&job->png, &job->info);
    shim_bytes_free(job->output);
    return -1;
}

int shim_png_encode(const uint8_t *samples, uint32_t width, uint32_t height, int components, shim_bytes *output,
                    char *message) {
    job job = {
        .message = message,
        .output = output,
        .samples = samples,
        .width = width,
        .height = height,
        .components = components,
    };
    message[0] = 0;
    memset(output, 0, sizeof *output);
    return run(&job);
}
