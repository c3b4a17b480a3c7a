# SPDX-License-Identifier: MIT
"""Documents of processes as targets of Bazel: what a process is made of, a folder that comes of it."""

def _presale_documents_impl(ctx):
    folder = ctx.actions.declare_directory(ctx.label.name)
    words = ctx.actions.args()
    words.add("build")
    words.add_joined("-t", ctx.attr.outputs, join_with = ",")
    words.add("--today", ctx.attr.today)
    words.add("-o", folder.path)
    words.add(ctx.file.src)
    ctx.actions.run(
        executable = ctx.executable.presale,
        arguments = [words],
        inputs = depset([ctx.file.src] + ctx.files.deps),
        outputs = [folder],
        mnemonic = "Presale",
        progress_message = "presale %s" % ctx.file.src.short_path,
    )
    return [DefaultInfo(files = depset([folder]))]

presale_documents = rule(
    implementation = _presale_documents_impl,
    doc = "What presale makes of one process.",
    attrs = {
        "src": attr.label(allow_single_file = [".yaml", ".yml"], mandatory = True, doc = "The process."),
        "deps": attr.label_list(
            allow_files = True,
            doc = "What it includes and leads to: parts, materials, the presale.yaml above it.",
        ),
        "outputs": attr.string_list(default = ["html", "md"], doc = "What to make, as `presale help build` lists it."),
        "today": attr.string(mandatory = True, doc = "The day to check against: the same inputs have to give the same documents."),
        "presale": attr.label(
            default = "//tools:presale",
            executable = True,
            cfg = "exec",
            doc = "The program.",
        ),
    },
)

def presale_portfolio(name, today, processes = ["**/process.yaml"], **more):
    """A target for each process of this package, and one of the given name for all of them.

    Args:
      name: of the target for all.
      today: the day to check against.
      processes: patterns of files.
      **more: what every presale_documents gets besides.
    """
    targets = []
    for src in native.glob(processes):
        folder = src.rpartition("/")[0]
        target = "%s/%s" % (name, folder or src)
        presale_documents(
            name = target,
            src = src,
            deps = native.glob(["presale.yaml"], allow_empty = True) + native.glob(
                [folder + "/**" if folder else "*"],
                exclude = [src],
                allow_empty = True,
            ),
            today = today,
            **more
        )
        targets.append(":" + target)
    native.filegroup(name = name, srcs = targets)
