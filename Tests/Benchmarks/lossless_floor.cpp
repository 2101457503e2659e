// What JPEG Lossless takes with libgdcm: decoding an image in memory, and compressing one.
//
//     lossless_floor ENCODED NATIVE ROUNDS
//
// Both are DICOM files of the same pixels. Prints milliseconds: the median and the best of decoding, then of encoding.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <vector>

#include <gdcmImageChangeTransferSyntax.h>
#include <gdcmImageReader.h>

static double now() {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

static void print(std::vector<double> times) {
    std::sort(times.begin(), times.end());
    std::printf("%.3f %.3f ", times[times.size() / 2], times[0]);
}

int main(int count, char **arguments) {
    if (count != 4) return 2;
    int rounds = std::atoi(arguments[3]);
    std::vector<double> decoding, encoding;
    gdcm::ImageReader encoded;
    encoded.SetFileName(arguments[1]);
    if (!encoded.Read()) return 1;
    std::vector<char> pixels(encoded.GetImage().GetBufferLength()), expected(pixels.size());
    for (int round = 0; round < rounds; round++) {
        double start = now();
        if (!encoded.GetImage().GetBuffer(pixels.data())) return 1;
        decoding.push_back(now() - start);
        // Compressing changes the image that it is given, so that each round has one of its own.
        gdcm::ImageReader native;
        native.SetFileName(arguments[2]);
        if (!native.Read() || !native.GetImage().GetBuffer(expected.data()) || pixels != expected) return 1;
        gdcm::ImageChangeTransferSyntax change;
        change.SetTransferSyntax(gdcm::TransferSyntax::JPEGLosslessProcess14_1);
        change.SetInput(native.GetImage());
        start = now();
        if (!change.Change()) return 1;
        encoding.push_back(now() - start);
    }
    print(decoding);
    print(encoding);
    return 0;
}
