"""Plain words for the requirements, in place of the working notes of the research."""

BY_ELEMENT = {
    "account_holder_identity": "Identify the person or company whose accounts or transactions are to be found.",
    "addressee": "Give the name and address of the person to be served.",
    "allowances": "State the allowances and expenses that will be paid to the person who appears.",
    "assistance_description": "Say exactly what assistance is sought.",
    "bank_particulars": "Identify the person, give the facts that found suspicion, say why the information is relevant and, "
    "where possible, name the institution.",
    "basis_for_belief": "Say why the evidence is believed to be in the requested State.",
    "case_name": "Give the designation of the case.",
    "case_nature": "Say what the case is about and what kind of proceedings it is.",
    "case_nature_and_conducting_authority": "Say what the case is about and which authority conducts it, with its name "
    "and functions.",
    "case_nature_and_facts": "Say what the case is about, and state the essential acts alleged or to be established.",
    "case_nature_and_law": "Say what the case is about and which provisions of law apply.",
    "case_reference": "Give your reference and case number.",
    "channel": "Address the request through the channel that is open between the two States.",
    "comity_statement": "State that no treaty applies and that the request is made on the basis of comity.",
    "conducting_authority": "Name the authority that conducts the investigation, prosecution or trial.",
    "confidentiality": "If the request must be kept confidential, ask for it expressly and say why.",
    "confiscation_order_copy": "Attach a legally admissible copy of the confiscation order, with the facts and the extent "
    "to which it is to be enforced.",
    "contact": "Name a contact who can answer questions.",
    "cost_undertaking": "State which costs you will bear.",
    "custodian_or_location": "Give what is known of who holds the data or where the computer system is.",
    "data_description": "Describe in detail the data sought.",
    "data_to_preserve_and_link": "Describe the stored data to be preserved and how it is connected with the offence.",
    "date_of_request": "Date the request.",
    "deadline": "If there is a time limit, state it.",
    "deadline_and_manner": "State by when and in what manner the data is to be disclosed.",
    "deadline_with_reasons": "If there is a time limit, state it and give the reasons.",
    "detainee_consent": "Attach the consent of the detained person.",
    "detainee_identity": "Name the detained person, the escorts, the place and the longest duration of the transfer.",
    "documents_holder_form": "Describe the documents or items sought, say who holds them, and in what form and with "
    "what certification they are needed.",
    "domestic_legal_basis": "State the provision of your own law that empowers the authority.",
    "dual_criminality_conduct": "Describe the conduct itself, so that it can be matched with an offence of the requested State.",
    "duration": "State how long the interception is to last.",
    "emergency_facts": "Give the facts that show the emergency and how the assistance relates to it.",
    "evidence_holder": "Identify and locate the person from whom evidence is sought.",
    "facts": "Summarise the relevant facts.",
    "facts_and_actions": "Give the facts relied on and describe the actions requested.",
    "facts_and_case_nature": "State the facts and the nature of the case, with the specific offences.",
    "facts_and_law": "State the facts said to constitute the offence, and state or attach the relevant law.",
    "foreign_procedure_text": "If your own procedure is to be applied, quote the provision and give the reason.",
    "grounds_for_location": "Say why the proceeds or accounts are believed to be in the requested State.",
    "intent_to_follow_up": "State that a request for assistance concerning the same data will follow.",
    "institution_hint": "Name the bank or institution that may be involved, and whatever else narrows the search.",
    "issuing_authority_and_date": "Name the issuing authority and the date of issue.",
    "law_reason_and_facts": "Attach the text of the applicable provisions, state the main reason why the evidence is "
    "needed, and give the facts with time, place and circumstances.",
    "necessity": "Explain why the measure is needed.",
    "oath_request": "If evidence on oath or affirmation is needed, ask for it expressly.",
    "object_and_reason": "State the object of the request and the reason for it.",
    "offence": "State the offence.",
    "offence_and_facts": "State the offence and summarise the facts.",
    "offence_and_penalty": "State the offence and its maximum penalty.",
    "offence_law_and_penalty": "State the offence, the provisions of law and the penalties.",
    "offence_law_text": "State or attach the text of the law that creates the offence.",
    "other_helpful": "Add any other information that may help execution.",
    "other_necessary": "Add any other information that is needed for execution.",
    "participants": "If persons are to be present at the execution, name them and give the reason.",
    "persons_concerned": "Give the identity, location and nationality of each person concerned, as far as known.",
    "parents_names": "Give the names of the parents of the person concerned, as far as known.",
    "preservation_reference": "If the data was preserved earlier, quote the date and reference of the preservation.",
    "previous_mla_reference": "If there was an earlier request, quote its reference, contacts and channel.",
    "property_description_and_facts": "Describe the property and where it is, and give the facts on which the requested "
    "State can seek an order.",
    "protocol_statement": "State that the request is issued under the Protocol.",
    "provider_name_address": "Give the name and address of the provider to be served.",
    "purpose": "Say for what purpose the evidence, information or act is sought.",
    "purpose_and_assistance": "State the purpose of the request and describe the assistance sought.",
    "questions": "List the questions or the subjects of the examination.",
    "reason_and_facts": "State the main reason why the evidence is needed, and the facts with time, place and circumstances.",
    "relevance": "Say why the information is relevant to the case.",
    "representatives": "Name the representatives of the persons concerned, where there are any.",
    "requested_body": "Name the institution to which the request is addressed.",
    "requesting_authority": "Name the authority that makes the request.",
    "requesting_and_conducting_authority": "Name the authority that makes the request and the authority that conducts the case.",
    "search_justification": "Give the information that justifies the measure under the law of the requested State.",
    "search_place_and_items": "Describe exactly the place or person to be searched and the items to be seized.",
    "service_lead_time": "Send the summons early enough for the lead time that the requested State needs.",
    "special_procedure": "If a particular procedure is to be followed, describe it and give the reasons.",
    "target_identity": "Give the information that identifies the person whose communications are to be intercepted.",
    "technical_data": "Give the technical data needed, in particular the number or address of the connection.",
    "testimony_manner": "Say how the testimony is to be taken and recorded.",
    "use_undertaking": "Undertake to use the material only for the stated case.",
    "video_reason": "Say why it is not possible or not desirable that the person appears in person.",
    "witness_consent": "State that the witness or expert is willing to be heard in this way.",
    "witness_identity": "Identify and locate each witness and each other person affected.",
    "written_form": "Make the request in writing; confirm an urgent oral request in writing within ten days unless agreed otherwise.",
}

BY_TEXT = {
    "Describe the stored computer data to be frozen and how that data is connected to the offence": BY_ELEMENT[
        "data_to_preserve_and_link"
    ],
    "Name the authority that is asking for the preservation": "Name the authority that asks for the preservation.",
    "Spell out any procedure to be followed in execution (applies where no treaty governs)": "If a particular procedure is to "
    "be followed in execution, describe it.",
    "The data must be stored by means of a computer system located in the requested State: say why you believe so": "Say why "
    "the data is believed to be stored in a computer system in the territory of the requested State.",
    "Urgent request by e-mail or other quick means: use means with adequate security and authentication (encryption where "
    "needed) and be ready to confirm formally if the requested Party asks": "If the request is sent by e-mail or other quick "
    "means, use means that are secure and authenticated, and be ready to confirm it formally.",
    "If secrecy of the request or its subject is wanted, ask for it expressly (absent treaty)": "If the request or its subject "
    "must be kept confidential, ask for it expressly.",
    "Urgent direct transmission between judicial authorities: send a copy at the same time to the requested central authority "
    "through your own central authority": "If an urgent request goes directly between judicial authorities, send a copy at the "
    "same time through your central authority to that of the requested State.",
    "If the requested Party makes supply conditional on confidentiality or on use in the stated case only, confirm you can "
    "comply, or say promptly that you cannot (absent treaty)": "If the requested State makes confidentiality or limited use a "
    "condition, confirm that you can comply, or say promptly that you cannot.",
    "The preservation request must concern traffic data of a specified communication, so that the providers and path can be "
    "identified": "Specify the communication whose preserved traffic data is to be disclosed, so that the providers and the "
    "path can be identified.",
    "If the data was preserved under art. 29, quote date and reference of that preservation": "If the data was preserved under "
    "article 29, quote the date and reference of the preservation.",
    "To obtain an expedited response give grounds for believing the data is particularly vulnerable to loss or alteration": "If "
    "an expedited answer is needed, say why the data is particularly vulnerable to loss or modification.",
    "Specify the communications in the requested territory whose traffic data is to be collected in real time": "Specify the "
    "communications in the requested State whose traffic data is to be collected in real time.",
    "Describe the offence so that the requested Party can see that the measure would be available in a like domestic case": "Describe "
    "the offence and the facts so that the requested State can see that the measure would be available in a like case at home.",
    "Specify the communications whose content is to be intercepted; assistance only to the extent its treaties and law allow": "Specify "
    "the communications whose content is to be intercepted or recorded.",
    "Reference or case number": "Give your reference or case number.",
    "Date of the request": "Date the request.",
    "New request, follow-up to an earlier MLA request, or follow-up to an earlier preservation request": "Say whether this is a "
    "new request, a follow-up to an earlier request, or a follow-up to a preservation request.",
    "Requesting authority with person in charge, telephone, e-mail, office hours and time zone; preferred way of response": "Name the "
    "requesting authority with the person in charge, telephone, e-mail, office hours and time zone, and say how you prefer the answer.",
    "Contact for additional confirmation": "Name a contact who can confirm the request.",
    "Investigating authority in charge of the case, if different": "Name the investigating authority in charge, if it is another.",
    "Prosecution office or court in charge, case numbers, and decisions related to the request": "Name the prosecution office or court "
    "in charge, with case numbers and the decisions that relate to the request.",
    "Reference, contacts and channel of a previous MLA request": "If there was an earlier request, quote its reference, contacts and channel.",
    "Reference, contacts and channel of a previous preservation request": "If there was an earlier preservation request, quote its "
    "reference, contacts and channel.",
    "Domestic legal basis for the request, if applicable": "State the legal basis of the request in your own law, if it has one.",
    "Give a short account of the facts (may be left out when only service of documents is asked)": "Summarise the relevant facts.",
    "Say exactly what help is wanted": "Say exactly what assistance is sought.",
    "For each person involved give who, where and which nationality, as far as known": BY_ELEMENT["persons_concerned"],
    "Set out the facts showing the offence type (convention offence or 4-year penalty), transnational element and organized criminal "
    "group (reasonable grounds to suspect suffices)": "Set out the facts that show an offence of the Convention or a serious crime, its "
    "transnational character and the involvement of an organised criminal group; reasonable grounds to suspect are enough.",
    "Written form or means leaving a written record, allowing authenticity to be established; oral only if urgent and agreed, confirmed "
    "in writing forthwith": "Make the request in writing, or by means that leave a written record and let its authenticity be established.",
    "Address to the central authority notified to the UN Secretary-General; diplomatic channel if the requested State insists; Interpol "
    "in urgency if agreed": "Address the request to the central authority notified to the Secretary-General of the United Nations, or "
    "through the diplomatic channel where the requested State insists on it.",
    "Ask expressly for confidentiality of fact and substance of the request if needed": "If the fact and the substance of the request "
    "must be kept confidential, ask for it expressly.",
    "If a deadline is suggested, give it with reasons, preferably in the request": BY_ELEMENT["deadline_with_reasons"],
    "Say why appearance in person is not possible or not desirable": BY_ELEMENT["video_reason"],
    "Free and informed consent of the detained person and agreement of both States; cover custody, return and credit (18(11)) and safe "
    "conduct (18(12))": "Give the free and informed consent of the detained person, and cover custody, return, credit for time "
    "served and safe conduct.",
    "Confiscation to be ordered by requested State: describe the property and give facts sufficient to seek the order under its law": "Describe "
    "the property to be confiscated and give facts that are enough to seek the order under the law of the requested State.",
    "Enforcement of your order: legally admissible copy of the order, statement of facts, extent to which execution is sought": "Attach a "
    "legally admissible copy of your confiscation order, with the facts and the extent to which it is to be executed.",
    "Tracing or freezing: facts relied on and description of actions requested": "Give the facts relied on and describe the actions "
    "requested to trace, freeze or seize.",
    "Written, in an acceptable notified language, authenticity ascertainable": "Write in a language notified as acceptable, in a form whose "
    "authenticity can be established.",
    "Property description including location and estimated value where possible, and facts sufficient to seek an order": "Describe the "
    "property, with location and estimated value where possible, and give facts that are enough to seek an order.",
    "Admissible copy of the final order, facts, extent of execution, measures taken to notify bona fide third parties and ensure due "
    "process, statement that the order is final": "Attach an admissible copy of the order with the facts and the extent of execution, say how "
    "third parties in good faith were notified, and state that the order is final.",
    "Facts, actions requested and, where available, admissible copy of the order": "Give the facts relied on, describe the actions requested "
    "and, where there is one, attach an admissible copy of the order.",
    "Written, in a notified acceptable language; oral only if urgent and agreed, confirmed in writing": "Write in a language notified as "
    "acceptable; an urgent oral request that was agreed is confirmed in writing.",
    "To a Party: in a language it accepts, or with translation": "Write in a language that the requested State accepts, or attach a translation.",
    "To a provider or registrar: language in which it accepts comparable domestic process, another language it accepts, or with "
    "translation": "Write in a language in which the provider or registrar accepts such process at home, or another that it accepts, or attach a "
    "translation.",
    "Date of issue; identity and contact details of the competent authority": "Give the date of issue, and the identity and contact details of "
    "the competent authority.",
    "The domain name and a detailed list of data elements sought": "Give the domain name and a detailed list of the data sought.",
    "Statement that it is issued under the Protocol, that the need arises from relevance to a specific investigation, and that use is limited "
    "to it": "State that the request is issued under the Protocol, that the data is relevant to a specific investigation, and that it will be "
    "used for that only.",
    "Time frame, manner of disclosure and special procedural instructions": "State the time frame, the manner of disclosure and any special "
    "instructions.",
    "ORDER: issuing authority and date": "In the order, name the issuing authority and the date.",
    "ORDER: statement that it is issued under the Protocol": "In the order, state that it is issued under the Protocol.",
    "ORDER: name and address of the provider to be served": "In the order, give the name and address of the provider to be served.",
    "ORDER: offence(s) under investigation": "In the order, name the offences under investigation.",
    "ORDER: authority seeking the data if not the issuer": "In the order, name the authority that seeks the data, if it is not the issuer.",
    "ORDER: detailed description of the specific subscriber information": "In the order, describe in detail the subscriber information sought.",
    "INFO: domestic legal grounds empowering the authority": "In the supplemental information, state the legal grounds that empower the authority.",
    "INFO: reference to legal provisions and penalties": "In the supplemental information, give the provisions and penalties for the offence.",
    "INFO: contact of the authority to which data is returned and which answers questions": "In the supplemental information, name the authority "
    "to which the data is returned and which answers questions.",
    "INFO: time frame and manner of return": "In the supplemental information, state the time frame and the manner of return.",
    "INFO: whether preservation was sought, date and reference": "In the supplemental information, say whether preservation was sought, with date "
    "and reference.",
    "INFO: special procedural instructions": "In the supplemental information, give any special procedural instructions.",
    "INFO: statement that simultaneous notification under 7(5) was made": "If the other Party requires it, state that it was notified at the same time.",
    "INFO: other helpful information": "In the supplemental information, add what else may help to obtain the data.",
    "Where the other Party requires notification: order, supplemental information and summary of facts go to its designated authority at the same "
    "time": "Where the other Party requires notification, send it the order, the supplemental information and a summary of the facts at the same time.",
    "If declared by the other Party: order issued by or under supervision of a prosecutor, judge or independent authority": "Where the other Party "
    "declared so, have the order issued by, or under the supervision of, a prosecutor, a judge or an independent authority.",
    "ORDER: statement that it is submitted under the Protocol": "In the order, state that it is submitted under the Protocol.",
    "ORDER: provider name and address": "In the order, give the name and address of the provider.",
    "ORDER: offence(s)": "In the order, name the offences.",
    "ORDER: authority seeking data if different": "In the order, name the authority that seeks the data, if it is another.",
    "ORDER: detailed description of data": "In the order, describe in detail the data sought.",
    "SUPPORT (not shown to provider without consent): domestic legal grounds": "In the supporting information, state the legal grounds that empower "
    "the authority; it is not shown to the provider without consent.",
    "SUPPORT: legal provisions and penalties": "In the supporting information, give the provisions and penalties for the offence.",
    "SUPPORT: why the provider is believed to hold the data": "In the supporting information, say why the provider is believed to hold the data.",
    "SUPPORT: summary of facts": "In the supporting information, summarise the facts.",
    "SUPPORT: relevance of the data to the case": "In the supporting information, say why the data is relevant to the case.",
    "SUPPORT: contact for further information": "In the supporting information, name a contact for questions.",
    "SUPPORT: earlier preservation, date and reference": "In the supporting information, say whether the data was preserved, with date and reference.",
    "SUPPORT: whether and how the data was sought by other means": "In the supporting information, say whether and how the data was sought by other means.",
    "Special procedural instructions": "Give any special procedural instructions.",
    "Additional information required by declaration of the requested Party": "Add the information that the requested State requires by its declaration.",
    "Competent authority and date": "Name the competent authority and the date of issue.",
    "Statement under the Protocol": BY_ELEMENT["protocol_statement"],
    "Provider name and address": BY_ELEMENT["provider_name_address"],
    "Facts showing the emergency and how the data relates to it": "Give the facts that show the emergency and how the data relates to it.",
    "In addition to the ordinary contents: facts showing the emergency and how the assistance relates to it": "Besides the ordinary contents, give the "
    "facts that show the emergency and how the assistance relates to it.",
    "Where possible and appropriate: identity, location, nationality of persons, and country of origin, description and location of items or "
    "ACCOUNTS": "Give, as far as possible, the identity, location and nationality of persons, and the origin, description and location of items or accounts.",
    "Where applicable: the TIME PERIOD for which evidence or assistance is sought": "State the period for which evidence or assistance is sought.",
    "As appropriate, the need to keep the request confidential and not notify the user": "If the request must be kept confidential and the user not be "
    "told, say so.",
    "Specified communications; contents as art. 40 plus particulars needed to collect": "Specify the communications whose traffic data is to be collected, "
    "with the particulars needed to collect it.",
    "Specified communications, to the extent permitted": "Specify the communications whose content is to be intercepted.",
    "Letters rogatory: state the offence": "State the offence.",
    "Letters rogatory: summary of the facts": "Summarise the facts.",
    "If originals rather than certified copies are wanted say so expressly": "If originals are needed and not certified copies, say so expressly.",
    "If you want to know date and place of execution, or to attend, ask expressly": "If you wish to know the date and place of execution, or to attend, ask "
    "for it expressly.",
    "If service in a special form is wanted ask expressly": "If service in a special form is needed, ask for it expressly.",
    "Summons on accused: respect the lead time declared by the requested Party, up to 50 days": "Send a summons to an accused person early enough for the lead "
    "time that the requested State declared, up to 50 days.",
    "Attach translation where the requested Party reserved for it (own language, English or French as declared); reciprocity possible": "Attach a translation "
    "where the requested State reserved the right to one.",
    "Electronic transmission: be ready to produce a written record and the original; observe declared conditions": "If the request is sent electronically, be "
    "ready to produce a written record and the original, and observe the conditions declared.",
    "Use the channel open between this pair: Ministry of Justice, direct judicial contact (ETS 182), or the channel declared by the requested Party": "Use the "
    "channel open between the two States: ministries of justice, direct contact of judicial authorities where both are bound by the Second Additional "
    "Protocol, or the channel that the requested State declared.",
    "Fiscal offence with dual criminality declaration: show that it corresponds to an offence of the same nature under requested law": "For a fiscal offence, "
    "show that it corresponds to an offence of the same nature in the law of the requested State.",
    "Why it is not desirable or possible for the witness or expert to attend in person": BY_ELEMENT["video_reason"],
    "Name of the judicial authority": "Name the judicial authority that will hear the person.",
    "Names of the persons who will conduct the hearing": "Name the persons who will conduct the hearing.",
    "Judicial authority and persons conducting the hearing": "Name the judicial authority and the persons who will conduct the hearing.",
    "Proposals for the composition of the team": "Propose the composition of the team.",
    "Statement of consent of the detained person or copy, promptly": "Attach the statement of consent of the detained person, or a copy.",
    "Translation of the papers (or key passages) where the addressee does not understand the language, and a short summary in the language of the requested "
    "Party": "Attach a translation of the papers, or of their main passages, where the addressee does not understand their language.",
    "Postal service: report naming the authority from which the addressee can learn rights and duties": "Attach the notice that tells the addressee which "
    "authority explains rights and duties.",
    "Specify formalities necessary under your law": "If your law makes formalities necessary, specify them.",
    "Prior request to the designated authority; urgent crossing only for offences of 17(6) with request without delay, stop after five hours without "
    "authorisation": "Ask the designated authority beforehand to permit the observation; after an urgent crossing, send the request without delay.",
    "Confirmation that a lawful interception order or warrant was issued in a criminal investigation": "Confirm that a lawful interception order or warrant was "
    "issued in a criminal investigation.",
    "Indication of the criminal conduct": "Indicate the criminal conduct under investigation.",
    "Target in requested State: summary of facts and any further information needed to judge the measure as in a domestic case": "If the target is in the requested "
    "State, summarise the facts and add what is needed to judge the measure as in a like case at home.",
    "Formalities and procedures expressly indicated": "If formalities or procedures are needed, indicate them expressly.",
    "Why personal attendance is not desirable or possible, judicial authority and persons conducting": "Say why attendance in person is not possible or not "
    "desirable, and name the judicial authority and the persons who conduct the hearing.",
    "Authority, persons conducting, and willingness of the witness": "Name the authority and the persons who conduct the hearing, and state that the witness is "
    "willing to take part.",
    "Statement of consent": "Attach the statement of consent of the detained person.",
    "Notification without technical assistance: authority, confirmation of order, target identity, offence, expected duration; answer within 96 hours, extendable "
    "by up to 8 days": "Notify the authority, the order, the identity of the target, the offence and the expected duration.",
    "Accounts: why the information is likely of substantial value for the investigation": "Say why the account information is likely to be of substantial value for "
    "the investigation.",
    "Grounds for presuming that banks in the requested State hold the accounts and, where available, which banks": "Say why banks in the requested State are "
    "presumed to hold the accounts and, where known, which banks.",
    "Transactions: why the information is relevant; specify accounts and period": "Specify the accounts and the period, and say why the transactions are relevant.",
    "Monitoring: why relevant; specify accounts and period": "Specify the accounts and the period, and say why monitoring is relevant.",
    "Supplementary request: identify the original; no need to repeat its contents": "Identify the original request; its contents need not be repeated.",
    "Facts giving reasonable suspicion that the person engaged in an offence and that institutions in the requested State may have the information": "Give the facts "
    "that found reasonable suspicion of an offence, and that institutions in the requested State may have the information.",
    "Facts showing that the information relates to the investigation": "Show that the information relates to the investigation.",
    "Fax or e-mail request: formal confirmation where the requested State requires it": "If the request is sent by fax or e-mail, confirm it formally where the "
    "requested State requires it.",
    "Administrative authority: investigation with a view to prosecution or referral; not where none is anticipated": "If an administrative authority asks, state that it "
    "investigates with a view to prosecution or referral.",
    "Ask for confidentiality if the bilateral treaty lacks a clause": "If the request must be kept confidential, ask for it expressly.",
    "Reasons for and details of any procedure, including whether sworn evidence is needed": "If a particular procedure or sworn evidence is needed, describe it and give "
    "the reasons.",
    "Translation into the language of the requested State or another acceptable one": "Write in the language of the requested State or another that it accepts, or attach a "
    "translation.",
    "Search and seizure: information justifying it under requested law": "Give the information that justifies search and seizure under the law of the requested State.",
    "Authority, case, offence and maximum penalty": "Name the authority, the case, the offence and its maximum penalty.",
    "Data to preserve, custodian or location, link to offence, intention to request production": "Describe the data to be preserved, its holder or location and its link with "
    "the offence, and state that a request for production will follow.",
    "Data sought, provider, account or identifiers, period": "Describe the data sought, the provider, the account or identifiers, and the period.",
    "Available identity and whereabouts of person to locate": "Give what is known of the identity and whereabouts of the person to be located.",
    "Identity and location of person to serve, relation to the case, manner of service": "Identify and locate the person to be served, and state the relation to the case and the "
    "manner of service.",
    "Search request TO THE UNITED STATES: statement on oath before or by a Dutch judge, establishing good cause that an offence took place or will, that evidence will be found at "
    "the person or premises, with a precise description; treated as an affidavit in the US": "For a search in the United States, attach a statement on oath before or by a Dutch "
    "judge that shows good cause to believe that an offence took place and that the evidence will be found, with a precise description.",
    "Production of private documents FROM THE NETHERLANDS must meet the search threshold of 6(1)": "For private documents from the Netherlands, show that the conditions for a search are "
    "met.",
    "Request in BOTH English and Dutch": "Present the request in English and in Dutch, both.",
    "Principal need for the evidence or information": "State the principal reason why the evidence or information is needed.",
    "Full name, place and date of birth, address of persons under investigation, other identifiers": "Give the full name, place and date of birth, address and other identifiers of the "
    "persons under investigation, as far as possible.",
    "Whether oath or affirmation is required": "Say whether an oath or affirmation is needed.",
    "To Switzerland: French translation (German or Italian if the Swiss Central Office so asks); to the United States: English": "Attach a French translation for Switzerland, or German or "
    "Italian if its central office asks for it; write in English to the United States.",
    "Request made by the central authority on an application it approved": "Have the request made by the central authority, on an application that it approved.",
    "Identity and whereabouts of person or item to find": "Give the identity and whereabouts, as far as known, of the person or item to be found.",
    "Search: facts that justify it under requested law, including confirmation that a competent authority of the requesting State has ordered or could compel production": "Give the facts "
    "that justify the search under the law of the requested State, and attach confirmation that a competent authority at home ordered, or could compel, production.",
    "If business records must be admitted, ask for the annexed certificate of authenticity (Form A) or of absence (Form B)": "If business records are to be used in evidence, ask for the "
    "certificate of authenticity (Form A) or of absence (Form B).",
    "Ask for the custody certificate (Form E) covering identity, continuity of custody and integrity of seized items": "If seized items are to be used in evidence, ask for the certificate of "
    "custody (Form E).",
    "In the language of the requested State unless agreed otherwise": "Write in the language of the requested State, unless agreed otherwise.",
    "Nature of the case, facts and applicable laws": "State the nature of the case, the facts and the applicable law.",
    "Translation into an official language of the requested State": "Attach a translation into an official language of the requested State.",
    "Existence and content of the order; identity and nationality of the person": "State that there is an order and what it says, and the identity and nationality of the person concerned.",
    "Essence of the conduct or matters (needed for service of a summons)": "Summarise the conduct or the matters that the case is about.",
    "English, or Dutch translation; English sufficient both ways": "Write in English; towards the Netherlands a Dutch translation will do as well.",
    "Summons at least 45 days before appearance (waivable)": "Send a summons at least 45 days before the day of appearance, unless the requested State waives this.",
    "Nature of the case, acts constituting the offence, laws or text, MAXIMUM PENALTY": "State the nature of the case, the acts that constitute the offence, the law, and the maximum penalty.",
    "Purpose, assistance, and its relevance to the case": "State the purpose, the assistance sought and its relevance to the case.",
    "Full name, place and date of birth, nationality, address of the person prosecuted": "Give the full name, place and date of birth, nationality and address of the person prosecuted.",
    "Why attendance is not possible, authority and persons conducting": "Say why attendance in person is not possible, and name the authority and the persons who conduct the hearing.",
    "Own language with translation into the language named by the requested central authority in the case": "Attach a translation into the language that the requested central authority names "
    "in the case.",
    "Provisional measures on announcement: file the request in the set time": "If provisional measures were asked for on announcement, file the request in the time set.",
    "Coercive: why the evidence is believed to be in requested territory": BY_ELEMENT["basis_for_belief"],
    "Search or seizure: confirmation by a competent authority that the measure would be allowed in the requesting State": "Attach the confirmation of a competent authority that the measure would "
    "be allowed in your own State.",
    "Subject and if needed questions": "State the subject of the hearing and, if needed, the questions.",
    "Official language of the executing authority": "Write in, or translate into, the official language of the authority that executes the request.",
    "Subject, essential acts, text or statement of law": "State the subject of the case and the essential acts, and state or attach the law.",
    "To Australia English; to Switzerland the official language named in the case": "Write in English to Australia; attach for Switzerland a translation into the official language named in the case.",
    "To India: Hindi or English; to Switzerland: French, German or Italian": "Write in Hindi or English to India; in French, German or Italian to Switzerland.",
    "English": "Write in English, or attach an English translation.",
    "Diplomatic channel": "Send the request through the diplomatic channel.",
    "From India: tribunal, court, judge or magistrate exercising jurisdiction": "From India, have the request made by a tribunal, court, judge or magistrate that exercises jurisdiction.",
    "Translation into the official language of the requested court": "Attach a translation into the official language of the requested court.",
    "Costs reimbursed by the requesting State": "State that you will reimburse the costs.",
    "Proceeding giving rise to the request, precisely described": "Describe precisely the proceeding that gives rise to the request.",
    "Offence the procedure concerns, essential facts, and facts the request concerns": "State the offence, the essential facts of the case and the facts that the request concerns.",
    "In writing; urgent by fax or e-mail with security and confirmation": "Make the request in writing; if it is urgent, by secure means and with confirmation.",
    "Nature and current status of the matter, summary of facts and laws": "State the nature and current status of the matter, with a summary of the facts and the law.",
    "Offence including MAXIMUM PENALTY": BY_ELEMENT["offence_and_penalty"],
    "Essential acts, omissions or matters": "State the essential acts, omissions or matters alleged or to be established.",
    "Information or UNDERTAKINGS required by requested law": "Give the information and undertakings that the law of the requested State requires.",
    "Court order and its finality": "Attach the court order and state whether it is final.",
    "Information required for that kind of assistance": "Give the information that this kind of assistance needs.",
    "Whether proceedings are instituted": "State whether proceedings have been instituted.",
    "If instituted: court, accused, offences, penalty, stage, next date": "If proceedings have been instituted, give the court, the accused, the offences, the penalty, the stage and the next date.",
    "If not: offence believed committed and known facts": "If no proceedings have been instituted, state the offence believed to have been committed and the known facts.",
    "Nature and stage of the case, facts and laws": "State the nature and stage of the case, the facts and the law.",
    "Full names of persons, residence, citizenship, occupation, birth, and parents where known; legal persons name and address": "Give the full names of persons with residence, citizenship, occupation, "
    "birth and, where known, parents; for legal persons the name and address.",
    "Content of the request and information needed": "State the content of the request and the information needed.",
    "Description and legal qualification of the act and amount of damage": "Describe the act and its legal qualification, and state the amount of the damage.",
    "Signature and official seal": "Sign the request and affix the official seal.",
    "Exact address and name of document": "Give the exact address of the addressee and the name of the document.",
    "Assurance of reciprocity for like cases, signed at the level your law requires": "Give an assurance of reciprocity in like cases, signed at the level that your law requires.",
    "Authority of the issuer under its own law and name of the case": "State the authority of the issuer under its own law, and the name of the case.",
    "Facts, offence provisions in full text and maximum penalty": "State the facts and the maximum penalty, and attach the provisions on the offence in full.",
    "Conduct described so that dual criminality can be judged": BY_ELEMENT["dual_criminality_conduct"],
    "Undertaking on use limited to the case, confidentiality, return of items, onward transfer": "Undertake to use the material only in this case, to keep it confidential, to return items and not to pass "
    "anything on.",
    "Assurance on death penalty or other matters the requested State is known to ask": "Give the assurances that the requested State is known to ask for, such as on the death penalty.",
    "Certified translation": "Attach a certified translation.",
    "Diplomatic channel unless requested law allows direct": "Send the request through the diplomatic channel, unless the law of the requested State allows another.",
    "Assistance sought and purpose": "State the assistance sought and its purpose.",
    "Court, judge, case number and power to issue": "Name the court, the judge, the case number and the power to issue the letter.",
    "Court or appropriate judicial authority addressed": "Name the court or judicial authority to which the letter is addressed.",
    "Parties, nature and stage, facts, charges and law": "State the parties, the nature and stage of the case, the facts, the charges and the law.",
    "Acts requested, e.g. examine named persons, produce documents": "State the acts requested, such as the examination of named persons or the production of documents.",
    "Interrogatories": "Attach the written questions.",
    "Names and addresses of witnesses": "Give the names and addresses of the witnesses.",
    "Statement of willingness to give like assistance": "State that you are willing to give like assistance.",
    "Willingness to reimburse costs": "State that you will reimburse the costs.",
    "Signature of the judge and seal; authentication or apostille where required": "Have the judge sign and seal the letter, with authentication or apostille where required.",
    "Propose modalities: who presides, persons present, oaths and warnings, questioning, privileges, objections, interpretation and transcript": "Propose who presides and who is present, and how oaths, "
    "warnings, questions, privileges, objections, interpretation and the transcript are handled.",
    # The requested State's own law.
    "Facts establishing probable cause per account, with source, reliability and dates": "For each account, give facts that establish probable cause, with their source, reliability and dates.",
    "Specific and articulable facts of relevance and materiality": "Give specific and articulable facts that show why the records are relevant and material.",
    "Conduct would be punishable by more than one year in the US if committed there": "Show that the conduct would be punishable by more than one year if committed in the United States.",
    "If the user must not be told, give case facts on risk (danger to life, flight, destruction of evidence, intimidation, serious jeopardy): boilerplate is rejected": "If the user must not be told, give the facts of "
    "this case that show danger to life, flight, destruction of evidence, intimidation or serious jeopardy.",
    "Ask for business records certificate if needed at trial": "If records are needed at trial, ask for a certificate of business records.",
    "Netherlands only: sworn statement before a judge": "Attach the statement sworn before a judge.",
    "Conduct must also be an offence in the UK for search and other coercive measures": "Describe the conduct so that it can be seen to be an offence in the United Kingdom as well.",
    "Fiscal offence where no proceedings are instituted: conduct must be an offence in the UK or treaty must apply": "For a fiscal offence before proceedings are instituted, show that the conduct would be an offence in the United Kingdom or "
    "that a treaty applies.",
    "Death penalty assurance where the offence carries it": "If the offence carries the death penalty, give an assurance that it will not be imposed or carried out.",
    "Facts giving reasonable grounds to believe that an offence was committed and that evidence will be found in Canada": "Give the facts that are reasonable grounds to believe that an offence was committed and that evidence will be found in "
    "Canada.",
    "Say why a gathering order is not enough if a search is wanted": "If a search is needed, say why an evidence-gathering order is not enough.",
    "Conduct is a criminal or regulatory offence under German law": "Describe the conduct so that it can be seen to be a criminal or regulatory offence under German law.",
    "Attach a seizure order of a competent authority, or its declaration that the requirements for seizure would be met at home": "Attach the seizure order of a competent authority, or its declaration that the requirements for seizure would be met at home.",
    "Assure third-party rights and prompt return on demand": "Assure that the rights of third parties are respected and that items are returned promptly on demand.",
    "Data protection: purpose limitation and no onward transfer without consent": "Undertake to use personal data only for the stated purpose and not to pass it on without consent.",
    "French translation": "Attach a French translation.",
    "Dual criminality and detention offence for coercion": "For coercive measures, describe the conduct so that it can be seen to be an offence in the Netherlands for which detention is possible.",
    "Mandatory refusal: essential interests, discrimination (incl. sexual orientation, language), torture or ECHR breach, request not in accordance with the instrument, prejudice to Irish proceedings": "Show that no ground of mandatory refusal applies: "
    "essential interests, discrimination, torture or breach of the European Convention on Human Rights, or prejudice to Irish proceedings.",
    "Name the international instrument relied on": "Name the international instrument relied on.",
    "In writing or form leaving a record whose authenticity can be established": "Make the request in writing, or in a form that leaves a record whose authenticity can be established.",
    "Non-EU: conduct punishable under both laws": "Show that the conduct is punishable under the law of both States.",
    "ASSURANCE that the evidence will not be used for other purposes without consent and will be RETURNED when no longer needed; without it the Minister may not proceed": "Assure that the evidence will not be used for another purpose without consent and "
    "that it will be returned when no longer needed; without it the request may not proceed.",
    "Authority, and the one in charge of the case": "Name the authority that makes the request and the one in charge of the case.",
    "Object and reason": "State the object of the request and the reason for it.",
    "Legal qualification of the act": "State the legal qualification of the act.",
    "As exact particulars of the accused as possible": "Give the particulars of the accused person as exactly as possible.",
    "Summary of essential facts": "Summarise the essential facts.",
    "German, French or Italian, certified translation": "Write in German, French or Italian, or attach a translation that is officially certified as correct.",
    "Confirmation that search, seizure or handing over is lawful in the requesting State": "Attach confirmation that search, seizure or handing over is lawful in your own State.",
    "Addressee, role, nature of document": "Name the addressee, the role in the proceedings and the nature of the document.",
    "Kind of offence, time and place": "State the kind of offence, and when and where it was committed.",
    "PROOF that a decision on the coercive measure was issued under home law (unless treaty says otherwise)": "Attach proof that the coercive measure was decided on under your own law, unless a treaty says otherwise.",
    "Name of the requesting authority": "Name the authority that makes the request.",
    "Content of the request": "State what is requested.",
    "Name and address, if possible other contacts, of the person": "Give the name and address and, if possible, other contact details of the person concerned.",
    "Facts and legal qualification": "State the facts and their legal qualification.",
    "Extract of relevant legislation": "Attach an extract of the relevant legislation.",
    "Translation into the language set by the executing State": "Attach a translation into the language that the executing State requires.",
    "Written statement that the evidence is indispensable to the investigation": "State in writing that the evidence is indispensable to the investigation.",
    "Absent treaty: assurance of reciprocity": "Where no treaty applies, give an assurance of reciprocity.",
    "Purpose and nature of assistance; person or authority concerned; description of the matter and summary of facts and law; procedure; confidentiality; period; travel allowances": "State the purpose and nature of the assistance, the authority concerned, the matter with "
    "facts and law, the procedure, confidentiality, the period and travel allowances.",
    "Mandatory refusal: political, discrimination, military, double jeopardy, sovereignty; death penalty requires assurance or special circumstances": "Show that no ground of mandatory refusal applies; where the offence carries the death penalty, give an assurance.",
    "Purpose and nature of assistance": "State the purpose of the request and the nature of the assistance.",
    "Person, agency or authority that initiated": "Name the person, agency or authority that initiated the request.",
    "Capacity (prescribed, convention or other country) and convention relied on": "State in which capacity you ask (prescribed, convention or other country) and the convention relied on.",
    "CERTIFICATE of the central authority that the request concerns a criminal investigation or proceedings": "Attach the certificate of your central authority that the request concerns a criminal investigation or criminal proceedings.",
    "Nature of case, facts and law": "State the nature of the case, the facts and the law.",
    "Procedure and form of supply": "State the procedure to be followed and the form in which the material is to be supplied.",
    "Confidentiality wishes and reasons": "State your wishes on confidentiality and the reasons.",
    "Period for compliance": "State the period within which the request is to be complied with.",
    "Allowances and accommodation": "State the allowances and the accommodation for the person who travels.",
    "Letter from a court or authority competent in the requesting State": "Have the letter issued by a court or authority that is competent in your own State.",
    "Purpose, authority, certificate or statement of criminal matter, facts and law, offence, procedure, confidentiality, period": "State the purpose, the authority, that it is a criminal matter, the facts and the law, the offence, the procedure, confidentiality and the "
    "period.",
    "Mandatory refusal incl. political, discrimination, double jeopardy, no dual criminality, insufficient importance, undertaking on use missing": "Describe the conduct so that it can be seen to be an offence in Singapore, and show that no ground of mandatory refusal applies.",
    "Undertaking: use only in this case; reciprocity": "Undertake to use the material only in this case, and assure reciprocity.",
    "Founded indications of the offence, reasoned usefulness of the logs, period of the logs": "Give founded indications of the offence, say why the logs are useful, and state their period.",
    "Names of the parents": "Give the names of the parents of the person concerned.",
    "Statement that proceedings are instituted or investigation is on foot": "State that proceedings have been instituted, or that an investigation is under way.",
    "Death penalty assurance": "If the offence carries the death penalty, give an assurance.",
    "Authority, object and reasons, legal qualification, identity, facts and law text": "State the authority, the object and reasons, the legal qualification, the identity of the person, the facts and the text of the law.",
}


IMPERATIVES = {"State", "Give", "Show", "Where", "Say", "Explain", "Write", "Name", "If"}


def message(text: str, element: str) -> str:
    """The instruction a drafter reads."""
    plain = BY_TEXT.get(text)
    if plain is None and text.split()[0] not in IMPERATIVES:
        plain = BY_ELEMENT[element]
    return plain or f"{text.rstrip('.')}."
