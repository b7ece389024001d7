//! The 2016 edition: seven principles, 21 sub-principles, 91 requirements.
//!
//! CIPFA (Chartered Institute of Public Finance and Accountancy) and SOLACE (Society of Local Authority Chief
//! Executives and Senior Managers), *Delivering Good Governance in Local Government: Framework (2016
//! Edition)*, 2016; in force for statements on 2016/17 and every year after. The addendum of 2025 is about
//! the annual review and the statement and leaves the principles as they are.
//!
//! Official text: the titles of the framework, its principles and its sub-principles. Our own words: every
//! requirement. Each stands for one of the behaviours and actions listed under a sub-principle, in the
//! printed order, and says what is so where the authority does as asked. The numbers are ours, for the
//! edition prints none. A point with parts of its own, as in `E2.4`, or with a choice, as in `F2.3`, is one
//! requirement.

use super::edition::FrameworkEdition;
use super::structure::{Framework, Principle, Requirement, SubPrinciple};
use crate::year::FinancialYear;

/// The seven principles, `A` to `G`.
pub(super) static FRAMEWORK: Framework = Framework {
    edition: FrameworkEdition::CipfaSolace2016,
    title: "Delivering Good Governance in Local Government: Framework (2016 Edition)",
    publisher: "CIPFA/SOLACE",
    published: 2016,
    first_year: FinancialYear::known(2016),
    last_year: None,
    principles: &[A, B, C, D, E, F, G],
};

const A: Principle = Principle {
    id: "A",
    title: "Behaving with integrity, demonstrating strong commitment to ethical values, and respecting the \
        rule of law",
    sub_principles: &[
        SubPrinciple {
            id: "A1",
            title: "Behaving with integrity",
            requirements: &[
                Requirement {
                    id: "A1.1",
                    summary: "Members and officers act with integrity, and their lead makes service of the \
                        public interest plain to see.",
                },
                Requirement {
                    id: "A1.2",
                    summary: "Members set the values of the organisation, on the footing of the Nolan \
                        principles, and everyone knows them.",
                },
                Requirement {
                    id: "A1.3",
                    summary: "Leaders go first: the values steer what is decided and done.",
                },
                Requirement {
                    id: "A1.4",
                    summary: "Policies and processes carry the values into daily work and are checked \
                        regularly for their effect.",
                },
            ],
        },
        SubPrinciple {
            id: "A2",
            title: "Demonstrating strong commitment to ethical values",
            requirements: &[
                Requirement {
                    id: "A2.1",
                    summary: "Ethical standards are set, kept up and watched, and so is conduct against \
                        them.",
                },
                Requirement {
                    id: "A2.2",
                    summary: "Ethical values govern how people behave and run through the whole culture and \
                        operation.",
                },
                Requirement {
                    id: "A2.3",
                    summary: "Policies and procedures are sound and put the agreed ethical values first.",
                },
                Requirement {
                    id: "A2.4",
                    summary: "Whoever provides services for the authority is bound to the same integrity \
                        and ethical standards.",
                },
            ],
        },
        SubPrinciple {
            id: "A3",
            title: "Respecting the rule of law",
            requirements: &[
                Requirement {
                    id: "A3.1",
                    summary: "Members and staff keep to laws and regulations and show that the rule of law \
                        matters to them.",
                },
                Requirement {
                    id: "A3.2",
                    summary: "Statutory officers, other key post holders and members have what they need to \
                        do their legal duties.",
                },
                Requirement {
                    id: "A3.3",
                    summary: "Legal powers are used as fully as they allow for citizens, communities and \
                        other stakeholders.",
                },
                Requirement {
                    id: "A3.4",
                    summary: "A breach of law or regulation is dealt with effectively.",
                },
                Requirement {
                    id: "A3.5",
                    summary: "Corruption and abuse of power are dealt with effectively.",
                },
            ],
        },
    ],
};

const B: Principle = Principle {
    id: "B",
    title: "Ensuring openness and comprehensive stakeholder engagement",
    sub_principles: &[
        SubPrinciple {
            id: "B1",
            title: "Openness",
            requirements: &[
                Requirement {
                    id: "B1.1",
                    summary: "The commitment to openness is written down, made known and lived, so that the \
                        culture is an open one.",
                },
                Requirement {
                    id: "B1.2",
                    summary: "Decisions, plans, use of resources and results are open by default, and \
                        secrecy has to be justified.",
                },
                Requirement {
                    id: "B1.3",
                    summary: "The record of a decision gives evidence, criteria and reasons, and later \
                        shows what followed from it.",
                },
                Requirement {
                    id: "B1.4",
                    summary: "Consultation, formal and informal, helps to choose the course of action that \
                        will work best.",
                },
            ],
        },
        SubPrinciple {
            id: "B2",
            title: "Engaging comprehensively with institutional stakeholders",
            requirements: &[
                Requirement {
                    id: "B2.1",
                    summary: "Each relationship with an institution has a clear purpose, objectives and \
                        outcomes, so that success lasts.",
                },
                Requirement {
                    id: "B2.2",
                    summary: "Partnerships, formal and informal, are built where they save resources or \
                        improve outcomes.",
                },
                Requirement {
                    id: "B2.3",
                    summary: "Partnerships rest on trust, shared will to change and openness to challenge, \
                        and show the value they add.",
                },
            ],
        },
        SubPrinciple {
            id: "B3",
            title: "Engaging stakeholders effectively, including individual citizens and service users",
            requirements: &[
                Requirement {
                    id: "B3.1",
                    summary: "A clear policy says on which matters communities, citizens and service users \
                        will truly be consulted or involved.",
                },
                Requirement {
                    id: "B3.2",
                    summary: "Means of communication work, and members and officers know their part in \
                        community engagement.",
                },
                Requirement {
                    id: "B3.3",
                    summary: "Views and experiences of people of all backgrounds are invited, gathered and \
                        weighed, future needs included.",
                },
                Requirement {
                    id: "B3.4",
                    summary: "Feedback shows those who spoke how their views were taken into account.",
                },
                Requirement {
                    id: "B3.5",
                    summary: "The loudest groups are balanced with those heard less, so that nobody is left \
                        out.",
                },
                Requirement {
                    id: "B3.6",
                    summary: "Decisions weigh what they will mean for taxpayers and service users of later \
                        generations.",
                },
            ],
        },
    ],
};

const C: Principle = Principle {
    id: "C",
    title: "Defining outcomes in terms of sustainable economic, social, and environmental benefits",
    sub_principles: &[
        SubPrinciple {
            id: "C1",
            title: "Defining outcomes",
            requirements: &[
                Requirement {
                    id: "C1.1",
                    summary: "An agreed vision states purpose, intended outcomes and measures, and strategy \
                        and plans follow from it.",
                },
                Requirement {
                    id: "C1.2",
                    summary: "It is stated what should change for citizens, service users and other \
                        stakeholders, and by when.",
                },
                Requirement {
                    id: "C1.3",
                    summary: "The outcomes are delivered in a way that can be kept up with the resources \
                        there will be.",
                },
                Requirement { id: "C1.4", summary: "Risks to the outcomes are identified and managed." },
                Requirement {
                    id: "C1.5",
                    summary: "Service users are helped to know what to expect when priorities are set and \
                        resources are limited.",
                },
            ],
        },
        SubPrinciple {
            id: "C2",
            title: "Sustainable economic, social and environmental benefits",
            requirements: &[
                Requirement {
                    id: "C2.1",
                    summary: "Decisions on services weigh the economic, social and environmental effects of \
                        policies and plans together.",
                },
                Requirement {
                    id: "C2.2",
                    summary: "Decisions look far ahead and weigh risk, and are frank where short-term \
                        pressures pull against outcomes.",
                },
                Requirement {
                    id: "C2.3",
                    summary: "Where benefits conflict, the wider public interest is settled, by \
                        consultation if possible, to balance them.",
                },
                Requirement { id: "C2.4", summary: "Everyone has fair access to services." },
            ],
        },
    ],
};

const D: Principle = Principle {
    id: "D",
    title: "Determining the interventions necessary to optimise the achievement of the intended outcomes",
    sub_principles: &[
        SubPrinciple {
            id: "D1",
            title: "Determining interventions",
            requirements: &[
                Requirement {
                    id: "D1.1",
                    summary: "Those who decide see several options analysed objectively, with outcomes and \
                        risks, so as to get best value.",
                },
                Requirement {
                    id: "D1.2",
                    summary: "What citizens and users say counts when services are improved or ended and \
                        demands compete for resources.",
                },
            ],
        },
        SubPrinciple {
            id: "D2",
            title: "Planning interventions",
            requirements: &[
                Requirement {
                    id: "D2.1",
                    summary: "Sound cycles of planning and control cover strategic and operational plans, \
                        priorities and targets.",
                },
                Requirement {
                    id: "D2.2",
                    summary: "People inside and outside the authority take part in planning how services \
                        are to be delivered.",
                },
                Requirement {
                    id: "D2.3",
                    summary: "In joint working the risks of each partner, shared ones included, are \
                        considered and monitored.",
                },
                Requirement {
                    id: "D2.4",
                    summary: "Ways of delivering are flexible enough to change with the circumstances.",
                },
                Requirement {
                    id: "D2.5",
                    summary: "Planning settles the performance indicators by which services and projects \
                        will be measured.",
                },
                Requirement {
                    id: "D2.6",
                    summary: "There is capacity to produce the information that regular review of service \
                        quality needs.",
                },
                Requirement {
                    id: "D2.7",
                    summary: "Budgets follow the objectives, the strategies and the medium-term financial \
                        plan.",
                },
                Requirement {
                    id: "D2.8",
                    summary: "Realistic estimates of revenue and capital spending inform longer-term \
                        planning and sustainable funding.",
                },
            ],
        },
        SubPrinciple {
            id: "D3",
            title: "Optimising achievement of intended outcomes",
            requirements: &[
                Requirement {
                    id: "D3.1",
                    summary: "The medium-term financial strategy balances service priorities with what can \
                        be afforded.",
                },
                Requirement {
                    id: "D3.2",
                    summary: "Budgeting leaves nothing out: it counts the full cost of operations over the \
                        medium and longer term.",
                },
                Requirement {
                    id: "D3.3",
                    summary: "The medium-term financial strategy frames decisions when delivery or the \
                        world outside changes in the period.",
                },
                Requirement {
                    id: "D3.4",
                    summary: "Planning and commissioning of services bring about social value.",
                },
            ],
        },
    ],
};

const E: Principle = Principle {
    id: "E",
    title: "Developing the entity's capacity, including the capability of its leadership and the \
        individuals within it",
    sub_principles: &[
        SubPrinciple {
            id: "E1",
            title: "Developing the entity's capacity",
            requirements: &[
                Requirement {
                    id: "E1.1",
                    summary: "Operations, performance and use of assets are reviewed regularly, so that \
                        they stay effective.",
                },
                Requirement {
                    id: "E1.2",
                    summary: "Benchmarking and like techniques improve how resources are allotted to reach \
                        the outcomes efficiently.",
                },
                Requirement {
                    id: "E1.3",
                    summary: "The gain from partnership and collaboration is recognised where it adds value.",
                },
                Requirement {
                    id: "E1.4",
                    summary: "A workforce plan is kept up, so that people are placed where strategy needs \
                        them.",
                },
            ],
        },
        SubPrinciple {
            id: "E2",
            title: "Developing the capability of the entity's leadership and other individuals",
            requirements: &[
                Requirement {
                    id: "E2.1",
                    summary: "Protocols have elected and appointed leaders agree their roles early and keep \
                        that understanding alive.",
                },
                Requirement {
                    id: "E2.2",
                    summary: "A published statement says which decisions are delegated and which the \
                        governing body takes itself.",
                },
                Requirement {
                    id: "E2.3",
                    summary: "Leader and chief executive have distinct roles: members set, the chief \
                        executive delivers, each checks the other.",
                },
                Requirement {
                    id: "E2.4",
                    summary: "Induction, training, support and shared lessons prepare members and senior \
                        managers to lead through change.",
                },
                Requirement {
                    id: "E2.5",
                    summary: "Structures exist that encourage the public to take part.",
                },
                Requirement {
                    id: "E2.6",
                    summary: "Leaders examine their own effectiveness and take constructive comment from \
                        peer review and inspection.",
                },
                Requirement {
                    id: "E2.7",
                    summary: "Regular performance reviews hold staff to account and pick up needs for \
                        training and development.",
                },
                Requirement {
                    id: "E2.8",
                    summary: "The health and wellbeing of the workforce, physical and mental, are looked \
                        after.",
                },
            ],
        },
    ],
};

const F: Principle = Principle {
    id: "F",
    title: "Managing risks and performance through robust internal control and strong public financial \
        management",
    sub_principles: &[
        SubPrinciple {
            id: "F1",
            title: "Managing risk",
            requirements: &[
                Requirement {
                    id: "F1.1",
                    summary: "Risk management is part of every activity and enters into every decision.",
                },
                Requirement {
                    id: "F1.2",
                    summary: "Risk management arrangements are sound and joined up, and are seen to work.",
                },
                Requirement {
                    id: "F1.3",
                    summary: "Each risk has somebody who is clearly responsible for managing it.",
                },
            ],
        },
        SubPrinciple {
            id: "F2",
            title: "Managing performance",
            requirements: &[
                Requirement {
                    id: "F2.1",
                    summary: "Service delivery is monitored from plan to execution, and independently \
                        reviewed after the event.",
                },
                Requirement {
                    id: "F2.2",
                    summary: "Decisions rest on clear, objective analysis and advice that names financial, \
                        social and environmental risks.",
                },
                Requirement {
                    id: "F2.3",
                    summary: "Scrutiny, or debate under a committee system, challenges policy \
                        constructively before, during and after decisions.",
                },
                Requirement {
                    id: "F2.4",
                    summary: "Members and senior management get regular reports on delivery plans and on \
                        progress towards outcomes.",
                },
                Requirement {
                    id: "F2.5",
                    summary: "What was specified, as in budgets, can be matched with what is reported \
                        afterwards, as in financial statements.",
                },
            ],
        },
        SubPrinciple {
            id: "F3",
            title: "Robust internal control",
            requirements: &[
                Requirement {
                    id: "F3.1",
                    summary: "Risk management strategy and internal control policies are lined up with the \
                        objectives.",
                },
                Requirement {
                    id: "F3.2",
                    summary: "It is tested regularly whether risk management and internal control work.",
                },
                Requirement {
                    id: "F3.3",
                    summary: "Arrangements against fraud and corruption are in place and effective.",
                },
                Requirement {
                    id: "F3.4",
                    summary: "The internal auditor gives assurance on governance, risk management and \
                        control as a whole.",
                },
                Requirement {
                    id: "F3.5",
                    summary: "An audit committee independent of the executive gives further assurance, and \
                        its advice is acted on.",
                },
            ],
        },
        SubPrinciple {
            id: "F4",
            title: "Managing data",
            requirements: &[
                Requirement {
                    id: "F4.1",
                    summary: "Data are collected, stored, used and shared safely, and personal data are \
                        protected.",
                },
                Requirement {
                    id: "F4.2",
                    summary: "Sharing data with other bodies is governed by arrangements that work.",
                },
                Requirement {
                    id: "F4.3",
                    summary: "The quality and accuracy of the data behind decisions and monitoring are \
                        regularly reviewed and audited.",
                },
            ],
        },
        SubPrinciple {
            id: "F5",
            title: "Strong public financial management",
            requirements: &[
                Requirement {
                    id: "F5.1",
                    summary: "Financial management serves long-term outcomes as well as short-term \
                        financial and operational performance.",
                },
                Requirement {
                    id: "F5.2",
                    summary: "Financial management is built into planning and control at every level, \
                        financial risk included.",
                },
            ],
        },
    ],
};

const G: Principle = Principle {
    id: "G",
    title: "Implementing good practices in transparency, reporting, and audit to deliver effective \
        accountability",
    sub_principles: &[
        SubPrinciple {
            id: "G1",
            title: "Implementing good practice in transparency",
            requirements: &[
                Requirement {
                    id: "G1.1",
                    summary: "Reports suit their readers, and the public can understand, find and question \
                        them with ease.",
                },
                Requirement {
                    id: "G1.2",
                    summary: "Enough is published for public scrutiny, yet not more than is reasonable to \
                        produce or to take in.",
                },
            ],
        },
        SubPrinciple {
            id: "G2",
            title: "Implementing good practices in reporting",
            requirements: &[
                Requirement {
                    id: "G2.1",
                    summary: "Performance, value for money and stewardship of resources are reported once a \
                        year or more often.",
                },
                Requirement {
                    id: "G2.2",
                    summary: "Members and senior management own the results that are reported.",
                },
                Requirement {
                    id: "G2.3",
                    summary: "How far the Framework's principles are applied is assessed and published, \
                        with evidence and an action plan.",
                },
                Requirement {
                    id: "G2.4",
                    summary: "The Framework reaches jointly managed bodies and shared services where that \
                        is fitting.",
                },
                Requirement {
                    id: "G2.5",
                    summary: "Performance information beside the accounts is consistent, timely and \
                        comparable with similar bodies.",
                },
            ],
        },
        SubPrinciple {
            id: "G3",
            title: "Assurance and effective accountability",
            requirements: &[
                Requirement {
                    id: "G3.1",
                    summary: "What external audit recommends for correction is carried out.",
                },
                Requirement {
                    id: "G3.2",
                    summary: "Internal audit is effective, has direct access to members, assures \
                        governance, and is acted on.",
                },
                Requirement {
                    id: "G3.3",
                    summary: "Peer challenge, reviews and inspections are welcomed, and what they recommend \
                        is implemented.",
                },
                Requirement {
                    id: "G3.4",
                    summary: "There is assurance on the risks of services delivered through others, and the \
                        annual statement shows it.",
                },
                Requirement {
                    id: "G3.5",
                    summary: "Partnerships have clear accountability, and answer to the wider public too.",
                },
            ],
        },
    ],
};
