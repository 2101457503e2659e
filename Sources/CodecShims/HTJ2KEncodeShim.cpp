extern "C" {
#include "Raster.h"
}

#include <cstdio>
#include <cstring>
#include <exception>
#include <new>
#include <stdexcept>
#include <vector>

#include <openjph/ojph_arch.h>
#include <openjph/ojph_base.h>
#include <openjph/ojph_codestream.h>
#include <openjph/ojph_file.h>
#include <openjph/ojph_mem.h>
#include <openjph/ojph_params.h>

namespace {

/// Room of a fixed size.
class Sink : public ojph::outfile_base {
public:
    Sink(uint8_t *bytes, size_t capacity) : bytes(bytes), capacity(capacity) {}

    size_t write(const void *source, size_t length) override {
        if (length > capacity - count) throw std::length_error("No room for the codestream");
        memcpy(bytes + count, source, length);
        count += length;
        return length;
    }

    ojph::si64 tell() override { return static_cast<ojph::si64>(count); }

    size_t count = 0;

private:
    uint8_t *bytes;
    size_t capacity;
};

void configure(ojph::codestream &codestream, const shim_raster &raster, uint32_t decompositions, bool has_color_transform) {
    ojph::param_siz siz = codestream.access_siz();
    siz.set_image_extent(ojph::point(raster.columns, raster.rows));
    siz.set_num_components(raster.samples_per_pixel);
    for (uint32_t component = 0; component < raster.samples_per_pixel; component++)
        siz.set_component(component, ojph::point(1, 1), raster.precision, raster.is_signed);
    ojph::param_cod cod = codestream.access_cod();
    cod.set_num_decomposition(decompositions);
    cod.set_block_dims(64, 64);
    cod.set_progression_order("RPCL");
    cod.set_color_transform(has_color_transform);
    cod.set_reversible(true);
    codestream.set_planar(false);
}

size_t encode(const uint8_t *samples, const shim_raster &raster, uint32_t decompositions, bool has_color_transform,
              uint8_t *bytes, size_t capacity) {
    Sink sink(bytes, capacity);
    ojph::codestream codestream;
    configure(codestream, raster, decompositions, has_color_transform);
    codestream.write_headers(&sink);
    shim_raster row = raster;
    row.rows = 1;
    const size_t length = shim_raster_length(&row);
    ojph::ui32 component = 0;
    ojph::line_buf *line = codestream.exchange(nullptr, component);
    for (uint32_t place = 0; place < raster.rows; place++) {
        for (uint32_t i = 0; i < raster.samples_per_pixel; i++) {
            shim_read_plane(&row, samples + place * length, component, line->i32);
            line = codestream.exchange(line, component);
        }
    }
    codestream.flush();
    codestream.close();
    return sink.count;
}

} // namespace

extern "C" int shim_htj2k_encode(const uint8_t *samples, const shim_raster *raster, uint32_t decompositions,
                                 bool has_color_transform, uint8_t *codestream, size_t *count, char *message) {
    message[0] = 0;
    try {
        *count = encode(samples, *raster, decompositions, has_color_transform, codestream, *count);
        return 0;
    } catch (const std::exception &error) {
        return shim_fail(message, error.what());
    } catch (...) {
        return shim_fail(message, "OpenJPH failed");
    }
}
