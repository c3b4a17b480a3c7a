// SPDX-License-Identifier: MIT
// The client of `presale lsp` in VS Code, its tasks, and the page of a process beside its text.
"use strict";

const {spawn} = require("node:child_process");
const vscode = require("vscode");
const {LanguageClient} = require("vscode-languageclient/node");

const FIRST_PORT = 8017;
let client;
const pages = new Map(); // by the file of the process: the program that serves its page

function setting(name) {
	return vscode.workspace.getConfiguration("presale").get(name);
}

function words(...more) {
	const lang = setting("lang");
	return lang ? [...more, `--lang=${lang}`] : more;
}

async function start() {
	const server = {command: setting("path"), args: words("lsp")};
	client = new LanguageClient("presale", "presale", server, {
		documentSelector: [{language: "yaml"}],
		synchronize: {fileEvents: vscode.workspace.createFileSystemWatcher("**/*.{yaml,yml}")},
	});
	try {
		await client.start();
	} catch (error) {
		vscode.window.showErrorMessage(`presale: ${error.message}. Is the program installed? The setting presale.path names it.`);
	}
}

async function restart() {
	await client?.stop();
	await start();
}

// A page is served on a port of its own; a program that serves one already goes on.
function serve(file) {
	if (pages.has(file))
		return pages.get(file).address;
	const address = `127.0.0.1:${FIRST_PORT + pages.size}`;
	const child = spawn(setting("path"), words("build", `--serve=${address}`, file));
	child.on("exit", () => pages.delete(file));
	child.on("error", (error) => vscode.window.showErrorMessage(`presale: ${error.message}`));
	pages.set(file, {address, child});
	return address;
}

function preview() {
	const editor = vscode.window.activeTextEditor;
	if (!editor)
		return;
	const address = serve(editor.document.uri.fsPath);
	setTimeout(() => vscode.commands.executeCommand("simpleBrowser.show", `http://${address}/`), 700);
}

function task(folder, name) {
	const commands = {check: ["check", "--format", "short"], build: ["build"], watch: ["build", "--watch"]};
	const execution = new vscode.ProcessExecution(setting("path"), words(...commands[name], "."), {cwd: folder.uri.fsPath});
	const made = new vscode.Task({type: "presale", task: name}, folder, name, "presale", execution, ["$presale"]);
	made.isBackground = name === "watch";
	made.group = name === "build" ? vscode.TaskGroup.Build : undefined;
	return made;
}

const tasks = {
	provideTasks() {
		const folders = vscode.workspace.workspaceFolders ?? [];
		return folders.flatMap((folder) => ["check", "build", "watch"].map((name) => task(folder, name)));
	},
	resolveTask(given) {
		return given.scope?.uri ? task(given.scope, given.definition.task) : undefined;
	},
};

function activate(context) {
	context.subscriptions.push(
		vscode.commands.registerCommand("presale.preview", preview),
		vscode.commands.registerCommand("presale.restart", restart),
		vscode.tasks.registerTaskProvider("presale", tasks),
	);
	return start();
}

async function deactivate() {
	for (const {child} of pages.values())
		child.kill();
	await client?.stop();
}

module.exports = {activate, deactivate};
