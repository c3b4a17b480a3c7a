/* SPDX-License-Identifier: MIT */
/* Pictures that can be read on paper. The process from stage to stage stands first. The map of its
 * steps is one among the text where it is small, else pages of its own that lie across, if few; its
 * schedule stands upright, that of stages alone where all steps would take more than a page. */
#include "emit/docx/docx.h"

#include "draw/chart.h"
#include "draw/course.h"
#include "draw/pen/emf_pen.h"
#include "draw/gantt.h"
#include "model/fields.h"
#include "plan/graph/flow.h"

/* In millimetres: what an upright page has for a picture, and one that lies across; both leave
 * something to the heading. */
static const double WIDTH = 170, HEIGHT = 200, WIDTH_ACROSS = 267, HEIGHT_ACROSS = 166;
/* The smallest letters of a map in pixels, and on paper in points; what a pixel is of both. */
static const double SMALLEST = 11, LEGIBLE = 7, PIXEL_MM = 25.4 / 96, PIXEL_POINTS = 72.0 / 96;

/* Pages of a schedule, and rows of one page: what would take more is known without being laid out.
 */
enum { PAGES_MOST = 40, ROWS_MOST = 60 };

/* How much smaller pictures may be made for paper. */
static double
least_scale(void)
{
	return LEGIBLE / (SMALLEST * PIXEL_POINTS);
}

/* How much a page is made smaller to fit. */
static double
scale_of(struct chart_size size, double width, double height)
{
	double across = width / (size.width * PIXEL_MM), down = height / (size.height * PIXEL_MM),
	       scale = across < down ? across : down;
	return scale < 1 ? scale : 1;
}

/* The same of the page that has to be made smallest: all are drawn to one scale. */
static double
scale_of_all(const struct chart *chart, double width, double height)
{
	double least = 1;
	for (uint32_t i = 0; i < chart_sheets(chart); i++) {
		double scale = scale_of(chart_sheet_size(chart, i), width, height);
		least = scale < least ? scale : least;
	}
	return least;
}

/* A picture that comes next in the package, and the pen for it. */
static struct docx_drawing *
new_drawing(struct docx *docx, struct docx_figure *figure, const char *name, struct chart_size size,
	    double scale)
{
	docx->drawings = arena_grow(&docx->arena, docx->drawings, docx->drawing_count, 1,
				    sizeof *docx->drawings);
	struct docx_drawing *drawing = &docx->drawings[docx->drawing_count];
	figure->first = figure->count ? figure->first : docx->drawing_count;
	docx->drawing_count++;
	figure->count++;
	*drawing = (struct docx_drawing){
	    .name = arena_printf(&docx->arena, "%s%u", name, (unsigned)figure->count),
	    .width = size.width * PIXEL_MM * scale,
	    .height = size.height * PIXEL_MM * scale};
	return drawing;
}

static void
draw_sheet(struct docx *docx, const struct chart *chart, uint32_t number, double scale)
{
	struct arena arena = {0};
	struct docx_drawing *drawing =
	    new_drawing(docx, &docx->map, "map", chart_sheet_size(chart, number), scale);
	struct emf_pen pen = emf_pen(&drawing->bytes, &arena);
	chart_draw(chart, number, &pen.pen);
	buf_fit(&drawing->bytes);
	arena_free(&arena);
}

/* Draws all pages of a map, if they can be read. */
static bool
draw_sheets(struct docx *docx, const struct chart *chart, double width, double height)
{
	double scale = scale_of_all(chart, width, height);
	if (scale < least_scale() || chart_sheets(chart) > CHART_SHEETS_MOST)
		return false;
	for (uint32_t i = 0; i < chart_sheets(chart); i++)
		draw_sheet(docx, chart, i, scale);
	return true;
}

/* Draws the map upright as one picture, or across as pages; false when neither can be read. */
static bool
draw_map(struct docx *docx, const struct flow *flow)
{
	struct arena arena = {0};
	double pixels = 1 / (PIXEL_MM * least_scale());
	const struct chart_options upright = {.frame = CHART_SIGNED, .prefix = ""},
				   across = {.frame = CHART_SIGNED,
					     .prefix = "",
					     .page = WIDTH_ACROSS * pixels,
					     .breadth = HEIGHT_ACROSS * pixels,
					     .brief = true};
	bool drawn = draw_sheets(docx, chart_new(flow, &upright, &arena), WIDTH, HEIGHT);
	if (!drawn)
		docx->map.across = drawn = draw_sheets(docx, chart_new(flow, &across, &arena),
						       WIDTH_ACROSS, HEIGHT_ACROSS);
	arena_free(&arena);
	return drawn;
}

/* The process from stage to stage, across the page. */
static void
draw_course(struct docx *docx)
{
	struct arena arena = {0};
	struct course *course = doc_course(docx->doc, NULL, &arena);
	if (course) {
		struct box size = course_size(course);
		struct docx_drawing *drawing = new_drawing(
		    docx, &docx->course, "course", (struct chart_size){size.width, size.height},
		    WIDTH / (size.width * PIXEL_MM));
		struct emf_pen pen = emf_pen(&drawing->bytes, &arena);
		course_draw(course, &pen.pen);
		buf_fit(&drawing->bytes);
	}
	arena_free(&arena);
}

/* The schedule as pages of a width, all of it or its stages. */
static struct gantt *
measure_gantt(const struct docx *docx, bool stages, struct arena *arena)
{
	double pixels = 1 / (PIXEL_MM * least_scale());
	const struct gantt_options options = {WIDTH * pixels, HEIGHT * pixels, stages};
	return gantt_new(docx->doc->voice, docx->doc->plan, &options, arena);
}

static void
draw_gantt(struct docx *docx)
{
	struct arena arena = {0};
	bool stages = docx->doc->plan->count > ROWS_MOST;
	struct gantt *gantt = measure_gantt(docx, stages, &arena);
	if (!stages && gantt_pages(gantt) > 1)
		gantt = measure_gantt(docx, true, &arena);
	for (uint32_t i = 0; i < gantt_pages(gantt) && gantt_pages(gantt) <= PAGES_MOST; i++) {
		struct box page = gantt_page(gantt, i);
		struct docx_drawing *drawing =
		    new_drawing(docx, &docx->gantt, "gantt",
				(struct chart_size){page.width, page.height}, least_scale());
		struct emf_pen pen = emf_pen(&drawing->bytes, &arena);
		gantt_draw(gantt, i, &pen.pen);
		buf_fit(&drawing->bytes);
	}
	if (!docx->gantt.count)
		emission_notice(docx->emission, NOTICE_GANTT_LEFT, docx->suffix, 0);
	arena_free(&arena);
}

void
docx_draw(struct docx *docx)
{
	if (!docx->doc->plan)
		return;
	if (doc_has_part(docx->doc, PART_MAP)) {
		draw_course(docx);
		struct flow *flow = flow_new(docx->doc->plan, docx->doc->voice);
		if (flow->node_count > CHART_NODES_MOST || !draw_map(docx, flow))
			emission_notice(docx->emission, NOTICE_MAP_LEFT, docx->suffix, 0);
		flow_free(flow);
	}
	if (doc_has_part(docx->doc, PART_DEADLINES) &&
	    docx->doc->plan->total[ESTIMATE_MOST].weight > 0)
		draw_gantt(docx);
}

/* «Карта процесса · 2/5» over each of several. */
static void
put_caption(struct docx *docx, const struct docx_figure *figure, const char *title, uint32_t i)
{
	docx_put_text(docx, (struct docx_paragraph){.style = "Caption", .keep = true},
		      arena_printf(&docx->scratch, "%s \xC2\xB7 %u/%u", title, (unsigned)i + 1,
				   (unsigned)figure->count));
}

/* The pictures of a figure; what they show is said with the name of the process. */
static void
put_figure(struct docx *docx, const struct docx_figure *figure, const char *title, enum word shows)
{
	const char *name = entity_name(&model_process(docx->doc->model)->base);
	for (uint32_t i = 0; i < figure->count; i++) {
		const struct docx_drawing *drawing = &docx->drawings[figure->first + i];
		bool last = i + 1 == figure->count;
		if (figure->count > 1)
			put_caption(docx, figure, title, i);
		docx_begin(docx, (struct docx_paragraph){
				     .style = "Picture",
				     .ends = last && figure->across ? DOCX_ACROSS : DOCX_SAME});
		docx_picture(docx, drawing->name,
			     show_word_with(docx->doc->voice, shows, name, &docx->scratch),
			     drawing->width, drawing->height);
		docx_end(docx);
	}
}

static void
put_steps_map(struct docx *docx)
{
	put_figure(docx, &docx->map, show_word(docx->doc->voice, WORD_DOC_MAP_STEPS),
		   WORD_DOC_MAP_SHOWN);
}

void
docx_map(struct docx *docx, const struct doc_block *map)
{
	put_figure(docx, &docx->course, map->title, WORD_DOC_MAP_SHOWN);
	if (!docx->map.across)
		put_steps_map(docx);
}

void
docx_sheets(struct docx *docx)
{
	if (!docx->map.across)
		return;
	docx_put_text(docx, (struct docx_paragraph){.style = "AfterTable", .ends = DOCX_UPRIGHT},
		      "");
	put_steps_map(docx);
}

void
docx_gantt(struct docx *docx)
{
	const char *title = show_word(docx->doc->voice, WORD_GANTT);
	if (docx->gantt.count == 1)
		docx_put_text(docx, (struct docx_paragraph){.style = "Caption", .keep = true},
			      title);
	put_figure(docx, &docx->gantt, title, WORD_DOC_GANTT_SHOWN);
}
