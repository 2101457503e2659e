// What a rendered picture of native pixels costs at least: a look-up for each pixel and libjpeg-turbo's encoder.
//
//     rendering_floor FILE WIDTH HEIGHT QUALITY ROUNDS
//
// FILE has 16-bit little-endian samples. Prints the median CPU milliseconds of reading the file (the native "decoder"),
// of the look-up and of the encoder, and the length of the JPEG.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include <turbojpeg.h>

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

static int by_size(const void *left, const void *right) {
    double difference = *(const double *)left - *(const double *)right;
    return (difference > 0) - (difference < 0);
}

static double median(double *values, int count) {
    qsort(values, count, sizeof *values, by_size);
    return values[count / 2];
}

int main(int count, char **arguments) {
    if (count != 6) return 2;
    int width = atoi(arguments[2]), height = atoi(arguments[3]), quality = atoi(arguments[4]), rounds = atoi(arguments[5]);
    size_t pixels = (size_t)width * height;
    uint16_t *samples = malloc(pixels * 2);
    uint8_t *shades = malloc(pixels), table[65536];
    unsigned long capacity = tjBufSize(width, height, TJSAMP_GRAY), length = 0;
    uint8_t *jpeg = malloc(capacity);
    double *reading = malloc(rounds * sizeof(double)), *looking = malloc(rounds * sizeof(double));
    double *encoding = malloc(rounds * sizeof(double));
    // The window 40/400 of stored values that are 1024 above Hounsfield's.
    for (int value = 0; value < 65536; value++) {
        double shade = (value - 1024 - 39.5) / 399 + 0.5;
        table[value] = shade <= 0 ? 0 : shade >= 1 ? 255 : (uint8_t)(shade * 255 + 0.5);
    }
    for (int round = 0; round < rounds; round++) {
        double start = now();
        FILE *file = fopen(arguments[1], "rb");
        if (file == NULL || fread(samples, 2, pixels, file) != pixels) return 1;
        fclose(file);
        double read = now();
        for (size_t pixel = 0; pixel < pixels; pixel++) shades[pixel] = table[samples[pixel]];
        double looked = now();
        tjhandle encoder = tjInitCompress();
        length = capacity;
        if (tjCompress2(encoder, shades, width, 0, height, TJPF_GRAY, &jpeg, &length, TJSAMP_GRAY, quality, TJFLAG_NOREALLOC)) return 1;
        tjDestroy(encoder);
        reading[round] = read - start;
        looking[round] = looked - read;
        encoding[round] = now() - looked;
    }
    printf("%.4f %.4f %.4f %lu\n", median(reading, rounds), median(looking, rounds), median(encoding, rounds), length);
    return 0;
}
