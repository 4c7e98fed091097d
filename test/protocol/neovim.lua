-- Opens the story that is named by STORY, waits for what the server says of it, takes the first rewrite, and writes what it saw to RESULT.
vim.cmd('edit ' .. vim.fn.fnameescape(vim.env.STORY))

local function diagnostics()
  return vim.diagnostic.get(0)
end
vim.wait(20000, function()
  return #diagnostics() > 0
end, 20)

local found = vim.tbl_map(function(diagnostic)
  return { rule = diagnostic.code, line = diagnostic.lnum, from = diagnostic.col, to = diagnostic.end_col, source = diagnostic.source }
end, diagnostics())

local function first_rewrite()
  local line = vim.api.nvim_buf_get_lines(0, 4, 5, false)[1]
  local answers = vim.lsp.buf_request_sync(0, 'textDocument/codeAction', {
    textDocument = vim.lsp.util.make_text_document_params(),
    range = { start = { line = 4, character = 0 }, ['end'] = { line = 4, character = #line } },
    context = { diagnostics = {}, only = { 'quickfix' } },
  }, 20000)
  for client, answer in pairs(answers or {}) do
    for _, action in ipairs(answer.result or {}) do
      if action.edit then
        return action, vim.lsp.get_client_by_id(client).offset_encoding
      end
    end
  end
end

local action, encoding = first_rewrite()
if action then
  vim.lsp.util.apply_workspace_edit(action.edit, encoding)
end

vim.fn.writefile({
  vim.json.encode({
    found = found,
    title = action and action.title or vim.NIL,
    lines = vim.api.nvim_buf_get_lines(0, 0, -1, false),
  }),
}, vim.env.RESULT)
vim.cmd('qall!')
