//! The example courses, each written for its subject and language.

mod arabic_calligraphy;
mod astronomy;
mod beekeeping;
mod bicycle_repair;
mod chess_endgames;
mod first_aid;
mod french_pronunciation;
mod german_a1;
mod haiku;
mod home_electricity;
mod linear_equations;
mod media_literacy;
mod music_theory;
mod nutrition;
mod personal_finance;
mod photography;
mod photosynthesis;
mod printing_press;
mod project_management;
mod python_basics;
mod rivers;
mod sign_language;
mod sourdough_bread;
mod spanish_poetry;
mod spreadsheet_statistics;
#[cfg(test)]
mod tests;
mod thought_experiments;
mod water_cycle;

use crate::course::Course;

/// Every example course, in a fixed order.
pub fn all() -> Vec<Course> {
    vec![
        arabic_calligraphy::course(),
        astronomy::course(),
        beekeeping::course(),
        bicycle_repair::course(),
        chess_endgames::course(),
        first_aid::course(),
        french_pronunciation::course(),
        german_a1::course(),
        haiku::course(),
        home_electricity::course(),
        linear_equations::course(),
        media_literacy::course(),
        music_theory::course(),
        nutrition::course(),
        personal_finance::course(),
        photography::course(),
        photosynthesis::course(),
        printing_press::course(),
        project_management::course(),
        python_basics::course(),
        rivers::course(),
        sign_language::course(),
        sourdough_bread::course(),
        spanish_poetry::course(),
        spreadsheet_statistics::course(),
        thought_experiments::course(),
        water_cycle::course(),
    ]
}
