;;; presale in Emacs, by eglot (in Emacs from 29 on, else from the package archive).  -*- lexical-binding: t -*-
;; SPDX-License-Identifier: MIT

(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs '((yaml-mode yaml-ts-mode) . ("presale" "lsp"))))

(dolist (hook '(yaml-mode-hook yaml-ts-mode-hook))
  (add-hook hook #'eglot-ensure))
