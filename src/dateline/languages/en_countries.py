"""English names of countries, peoples and places of other wars and other news than a theatre's own."""

from __future__ import annotations

from typing import Final

#: Countries and peoples of other conflicts and of the diplomacy around this one: a casualty or a strike beside such
#: a name is not this theatre's unless the sentence says so.
OTHER_COUNTRIES: Final = (
    "Gaza", "Israel", "Israeli", "Palestinian", "Palestinians", "West Bank", "Lebanon", "Lebanese", "Syria", "Syrian",
    "Iran", "Iranian", "Iraq", "Iraqi", "Yemen", "Sudan", "Sudanese", "Ethiopia", "Tigray", "Myanmar", "Somalia",
    "Congo", "Rwanda", "Mali", "Niger", "Nigeria", "Burkina Faso", "Afghanistan", "Taliban", "Pakistan", "Kashmir",
    "Armenia", "Azerbaijan", "Karabakh", "Houthi", "Houthis", "Hamas", "Hezbollah", "Chechnya", "Vietnam", "Libya",
    "Darfur", "Khartoum", "Haiti", "Venezuela", "Colombia", "Kosovo", "Serbia", "Bosnia", "Saudi Arabia", "Egypt",
    "Jordan", "Eritrea", "Kivu", "M23", "Amhara", "Sahel", "Cambodia", "Thailand", "India", "Chad", "Mozambique",
    "Cameroon", "South Sudan", "Rafah", "Khan Younis", "Ethiopian", "Ethiopians", "Somali", "Somalis", "Congolese",
    "Rwandan", "Malian", "Nigerian", "Nigerien", "Burmese", "Afghan", "Afghans", "Pakistani", "Kashmiri", "Armenian",
    "Azerbaijani", "Yemeni", "Libyan", "Haitian", "Venezuelan", "Colombian", "Serbian", "Kosovar", "Bosnian",
    "Eritrean", "Cambodian", "Mozambican", "Cameroonian", "Kenya", "Kenyan", "Tanzania", "Tanzanian", "Uganda",
    "Ugandan", "Zimbabwe", "Zimbabwean", "Zambia", "Zambian", "Ghana", "Ghanaian", "Senegal", "Senegalese", "Guinea",
    "Liberia", "Liberian", "Tunisia", "Tunisian", "Algeria", "Algerian", "Morocco", "Moroccan", "Bangladesh",
    "Bangladeshi", "Nepal", "Nepalese", "Philippines", "Filipino", "Indonesia", "Indonesian", "Malaysia", "Malaysian",
    "Guatemala", "Guatemalan", "Honduras", "Honduran", "Nicaragua", "Nicaraguan", "Ecuador", "Ecuadorean", "Peru",
    "Peruvian", "Bolivia", "Bolivian", "Paraguay", "Jamaica", "Angola", "Angolan", "Burundi", "Burundian",
    "Madagascar", "Togo", "Togolese", "Benin", "Mauritania", "Mauritanian", "Malawi", "Botswana", "Namibia",
    "Namibian", "Lesotho", "Laos", "Laotian", "Tajikistan", "Tajik", "Kyrgyzstan", "Kyrgyz", "Uzbekistan",
    "Turkmenistan", "Djibouti", "Gabon", "Chadian", "Mexico", "Mexican", "Cuba", "Cuban", "Chile", "Chilean",
    "Argentina", "Uruguay", "Fiji", "Pyongyang", "Tehran", "Damascus", "Baghdad", "Kabul", "Islamabad", "Sanaa",
    "Nairobi", "Mogadishu", "Kinshasa", "Goma", "Bamako", "Niamey", "Ouagadougou", "Tripoli", "Naypyidaw", "Yangon",
    "Caracas", "Bogota", "Kandahar", "Aleppo", "Mosul", "Mekele", "Omdurman", "Maiduguri", "Kigali",
    "Kampala", "Harare", "New Zealand", "Sri Lanka", "Sri Lankan", "Ivory Coast", "Sierra Leone", "El Salvador",
    "Dominican Republic", "Papua New Guinea", "Central African Republic", "Burkinabe", "Addis Ababa",
    "Port-au-Prince", "Port Sudan", "El Fasher", "South Sudanese", "Khyber Pakhtunkhwa",
    "Cabo Delgado",
)  # fmt: skip
#: Names that mean another war wherever they are not the theatre's own.
NEWLY_AT_WAR: Final = ("Ukraine", "Ukrainian", "Ukrainians")
