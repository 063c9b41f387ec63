//! Hostile labels, ids, sizes and text alternatives.

use super::*;

#[test]
fn the_legend_speaks_only_of_what_is_present() {
    let bare = DotRow { label: "Delen".into(), value: Some(1.0), ..DotRow::default() };
    let shown = |chart: Chart, words| chart.svg(Language::Nl).contains(&format!(">{words}</text>"));
    for words in ["vorige ronde", "mediaan van de groep", "middelste helft van de groep", "streefwaarde"] {
        assert!(!shown(dots(vec![bare.clone()]), words), "{words}");
        assert!(shown(dots(vec![row(0)]), words), "{words}");
    }
}

#[test]
fn a_hostile_label_is_only_ever_text() {
    let hostile = "<script>&\"'</text>\u{0}";
    let cleaned = "<script>&\"'</text>";
    let mut row = row(0);
    row.label = hostile.into();
    row.value_text = hostile.into();
    let caption = Caption { heading: hostile.into(), subtitle: hostile.into(), note: hostile.into() };
    let chart = Chart::Dots(DotPlot { caption, scale: scale(), rows: vec![row], who: hostile.into() });
    let svg = chart.svg_with_id(Language::Nl, "\"><script>");
    let document = roxmltree::Document::parse(&svg).unwrap();
    assert!(document.descendants().all(|node| node.tag_name().name() != "script"));
    let same = document.descendants().filter(|node| node.is_text() && node.text() == Some(cleaned));
    assert_eq!(same.count(), 7, "title, heading, subtitle, legend, label, number and note: {svg}");
}

#[test]
fn charts_of_one_page_share_no_id() {
    let charts = [dots(vec![row(0)]).svg_in_page(Language::Nl, "a"), heat(3).svg_in_page(Language::Nl, "b")];
    let ids = charts.map(|svg| {
        let document = roxmltree::Document::parse(&svg).unwrap();
        let ids: Vec<String> =
            document.descendants().filter_map(|node| node.attribute("id").map(str::to_owned)).collect();
        let labelled = document.root_element().attribute("aria-labelledby").map(str::to_owned);
        assert_eq!(labelled, Some(ids.join(" ")));
        ids
    });
    assert!(ids[0].iter().all(|id| !ids[1].contains(id)));
}

#[test]
fn a_png_has_the_size_of_the_svg_times_the_scale() {
    for (name, chart) in [("dots", dots(vec![row(0)])), ("heat", heat(3)), ("strip", strip(48, &[]))] {
        let size = tree(&chart.svg(Language::Nl)).size();
        let png = Pixmap::decode_png(&chart.png(Language::Nl, 1.0).unwrap()).unwrap();
        assert_eq!((png.width() as f32, png.height() as f32), (size.width(), size.height()), "{name}");
        let corner = png.pixel(0, 0).unwrap();
        assert_eq!((corner.red(), corner.alpha()), (255, 255), "{name} lies on white paper");
    }
    let png = Pixmap::decode_png(&strip(0, &[]).png(Language::Nl, 2.0).unwrap()).unwrap();
    assert_eq!(png.width(), 1440);
}

#[test]
fn a_scale_that_gives_no_pixels_or_too_many_is_an_error() {
    for scale in [0.0, -1.0, f32::NAN, 1e6] {
        assert!(strip(12, &[]).png(Language::Nl, scale).is_err(), "{scale}");
    }
}

#[test]
fn the_text_alternative_says_the_numbers_as_they_are_written() {
    let first = DotRow { value_text: "1,5".into(), value: Some(1.5), median: Some(1.9), ..row(0) };
    let missing = DotRow { label: "Delen".into(), missing: Some("niet van toepassing".into()), ..DotRow::default() };
    let first = DotRow { previous: None, middle_half: None, target: None, uncertainty: None, ..first };
    assert_eq!(
        dots(vec![first, missing]).text_alternative(Language::Nl),
        "Puntgrafiek met 2 rijen, op een schaal van 0 tot 4. Bornem: 1,5; mediaan 1,9. Delen: niet van toepassing."
    );
    assert_eq!(
        strip(2, &[("Ninove", 2.4)]).text_alternative(Language::En),
        "Distribution of 3 councils on a scale from 0 to 4. The councils lie between 0.0 and 2.4. The median is 1.9. \
         The middle half lies between 1.5 and 2.2. Ninove: 2.4."
    );
}
