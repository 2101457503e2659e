#include "Raster.h"

#include <lcms2.h>

/// Keeps the first words of the library in the room for them.
static void report(cmsContext context, cmsUInt32Number code, const char *words) {
    (void)code;
    char *message = cmsGetContextUserData(context);
    if (message != NULL && message[0] == 0) shim_fail(message, words);
}

/// Answers -1, with these words where the library had none.
static int fail(char *message, const char *words) {
    return message[0] ? -1 : shim_fail(message, words);
}

/// Each pixel goes through the profiles' own tables, at 16 bits. The library's usual way, one table over all of them with
/// 33 steps for each colour, is three to eight times as fast, and misses dark colours by up to 15 levels.
static const cmsUInt32Number is_exact = cmsFLAGS_NOOPTIMIZE;

static int convert(cmsContext context, cmsHPROFILE source, cmsHPROFILE target, const uint8_t *samples, size_t pixels,
                   uint8_t *converted, char *message) {
    if (source == NULL || target == NULL) return fail(message, "No profile");
    if (cmsGetColorSpace(source) != cmsSigRgbData) return fail(message, "No profile of red, green and blue");
    cmsHTRANSFORM transform = cmsCreateTransformTHR(context, source, TYPE_RGB_8, target, TYPE_RGB_8, INTENT_PERCEPTUAL,
                                                    is_exact);
    if (transform == NULL) return fail(message, "No conversion");
    cmsDoTransform(transform, samples, converted, (cmsUInt32Number)pixels);
    cmsDeleteTransform(transform);
    return message[0] ? -1 : 0;
}

int shim_icc_convert(const uint8_t *samples, size_t pixels, const uint8_t *profile, size_t profile_length,
                     const uint8_t *target, size_t target_length, uint8_t *converted, char *message) {
    message[0] = 0;
    if (pixels > UINT32_MAX || profile_length > UINT32_MAX || target_length > UINT32_MAX) {
        return shim_fail(message, "Too many pixels");
    }
    cmsContext context = cmsCreateContext(NULL, message);
    if (context == NULL) return shim_fail(message, "Not enough memory");
    cmsSetLogErrorHandlerTHR(context, report);
    cmsHPROFILE from = cmsOpenProfileFromMemTHR(context, profile, (cmsUInt32Number)profile_length);
    cmsHPROFILE to = cmsOpenProfileFromMemTHR(context, target, (cmsUInt32Number)target_length);
    int result = convert(context, from, to, samples, pixels, converted, message);
    if (from != NULL) cmsCloseProfile(from);
    if (to != NULL) cmsCloseProfile(to);
    cmsDeleteContext(context);
    return result;
}
