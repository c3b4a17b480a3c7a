/* SPDX-License-Identifier: MIT */
#include "draw/signs.h"

const char *const sign_star[SIGN_SIZES] = {
    [SIGN_ON_CARD] = "l1.8 3.9 4.3.5-3.2 2.9.9 4.2-3.8-2.1-3.8 2.1.9-4.2-3.2-2.9 4.3-.5z",
    [SIGN_IN_LEGEND] = "l2 4.4 4.8.5-3.6 3.2 1 4.7-4.2-2.4-4.2 2.4 1-4.7-3.6-3.2 4.8-.5z",
    [SIGN_ON_TOPIC] = "l2.1 4.5 4.9.6-3.6 3.4.9 4.9-4.3-2.4-4.3 2.4.9-4.9-3.6-3.4 4.9-.6z",
};

const char *const sign_stop[SIGN_SIZES] = {
    [SIGN_ON_CARD] = "h4.8l3.4 3.4v4.8l-3.4 3.4h-4.8l-3.4 -3.4v-4.8z",
    [SIGN_IN_LEGEND] = "h4.800l3.400 3.400v4.800l-3.400 3.400h-4.800l-3.400-3.400v-4.800z",
    [SIGN_ON_TOPIC] = "h5.8l4.1 4.1v5.8l-4.1 4.1h-5.8l-4.1-4.1v-5.8z",
};
