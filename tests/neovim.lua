-- SPDX-License-Identifier: MIT
-- What tests/real_editors.py asks of Neovim, which loads editors/neovim.lua as its users do; the answers go to a file, one a line.
dofile(vim.env.SETTINGS)
vim.cmd("edit process.yaml")
vim.bo.filetype = "yaml"
local answers = io.open(vim.env.ANSWERS, "w")

local function ask(method, line, column)
	local params = {textDocument = vim.lsp.util.make_text_document_params(), position = {line = line, character = column}}
	for _, one in pairs(vim.lsp.buf_request_sync(0, method, params, 20000) or {}) do
		return one.result
	end
end

vim.wait(20000, function() return #vim.diagnostic.get(0) > 0 end, 50)
for _, found in ipairs(vim.diagnostic.get(0, {severity = vim.diagnostic.severity.ERROR})) do
	answers:write("found ", found.lnum, ":", found.col, "-", found.end_col, " ", found.code, "\n")
end
answers:write("hover ", ask("textDocument/hover", 1, 17).contents.value:match("[^\n]*"), "\n")
for _, one in ipairs(ask("textDocument/completion", 3, 44)) do
	answers:write("completion ", one.label, "\n")
end
vim.lsp.util.apply_workspace_edit((function()
	local params = {textDocument = vim.lsp.util.make_text_document_params(), position = {line = 1, character = 17}, newName = "Юрист"}
	for _, one in pairs(vim.lsp.buf_request_sync(0, "textDocument/rename", params, 20000)) do
		return one.result
	end
end)(), "utf-16")
answers:write("renamed ", vim.api.nvim_buf_get_lines(0, 4, 5, true)[1], "\n")
answers:close()
vim.cmd("qa!")
