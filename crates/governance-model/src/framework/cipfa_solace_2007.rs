//! The 2007 edition: six principles, 18 aims, 58 requirements.
//!
//! CIPFA (Chartered Institute of Public Finance and Accountancy) and SOLACE (Society of Local Authority Chief
//! Executives and Senior Managers), *Delivering Good Governance in Local Government: Framework*, 2007, with
//! the addendum of December 2012; in force for statements on 2007/08 to 2015/16.
//!
//! Official text: the titles of the framework and of its six core principles. Our own words: every aim (the
//! edition calls them supporting principles) and every requirement, which says what is so where the authority
//! does as asked. Aims and requirements bear the numbers that local codes give them, in the printed order;
//! value for money and effect on the environment are two requirements, `1.3.1` and `1.3.2`.

use super::edition::FrameworkEdition;
use super::structure::{Framework, Principle, Requirement, SubPrinciple};
use crate::year::FinancialYear;

/// The six core principles, `1` to `6`.
pub(super) static FRAMEWORK: Framework = Framework {
    edition: FrameworkEdition::CipfaSolace2007,
    title: "Delivering Good Governance in Local Government: Framework",
    publisher: "CIPFA/SOLACE",
    published: 2007,
    first_year: FinancialYear::known(2007),
    last_year: Some(FinancialYear::known(2015)),
    principles: &[PRINCIPLE_1, PRINCIPLE_2, PRINCIPLE_3, PRINCIPLE_4, PRINCIPLE_5, PRINCIPLE_6],
};

const PRINCIPLE_1: Principle = Principle {
    id: "1",
    title: "Focusing on the purpose of the authority and on outcomes for the community and creating and \
        implementing a vision for the local area",
    sub_principles: &[
        SubPrinciple {
            id: "1.1",
            title: "Strategic leadership: purpose, vision and intended outcomes made clear to citizens and \
                users",
            requirements: &[
                Requirement {
                    id: "1.1.1",
                    summary: "The purpose and vision of the authority are worked out and promoted.",
                },
                Requirement {
                    id: "1.1.2",
                    summary: "The vision for the area is reviewed regularly, and so is what it means for \
                        governance.",
                },
                Requirement {
                    id: "1.1.3",
                    summary: "Partners work to one vision that all of them understand and have agreed.",
                },
                Requirement {
                    id: "1.1.4",
                    summary: "A timely annual report tells what was done and achieved, and how finances and \
                        performance stand.",
                },
            ],
        },
        SubPrinciple {
            id: "1.2",
            title: "Services of high quality, whether direct, in partnership or commissioned",
            requirements: &[
                Requirement {
                    id: "1.2.1",
                    summary: "It is decided how service quality is measured, and the information to review \
                        it is at hand.",
                },
                Requirement {
                    id: "1.2.2",
                    summary: "Failure in service delivery is found and dealt with effectively.",
                },
            ],
        },
        SubPrinciple {
            id: "1.3",
            title: "Best use of resources and excellent value for money",
            requirements: &[
                Requirement {
                    id: "1.3.1",
                    summary: "It is decided how value for money is measured, and the information to review \
                        it is at hand.",
                },
                Requirement {
                    id: "1.3.2",
                    summary: "The effect of policies, plans and decisions on the environment is measured.",
                },
            ],
        },
    ],
};

const PRINCIPLE_2: Principle = Principle {
    id: "2",
    title: "Members and officers working together to achieve a common purpose with clearly defined \
        functions and roles",
    sub_principles: &[
        SubPrinciple {
            id: "2.1",
            title: "Effective leadership, with executive, non-executive and scrutiny roles made clear",
            requirements: &[
                Requirement {
                    id: "2.1.1",
                    summary: "A clear statement sets out the roles of the executive and of each of its \
                        members, and how they are put in practice.",
                },
                Requirement {
                    id: "2.1.2",
                    summary: "A clear statement sets out the roles of all other members and of senior \
                        officers.",
                },
            ],
        },
        SubPrinciple {
            id: "2.2",
            title: "Constructive working relations of members and officers, each doing their part to a high \
                standard",
            requirements: &[
                Requirement {
                    id: "2.2.1",
                    summary: "A scheme of delegation lists what is reserved for collective decision, and is \
                        monitored and kept up to date.",
                },
                Requirement {
                    id: "2.2.2",
                    summary: "The chief executive answers to the authority for the whole of operational \
                        management.",
                },
                Requirement {
                    id: "2.2.3",
                    summary: "Leader and chief executive settle their roles early, by protocol, and keep a \
                        shared understanding of them.",
                },
                Requirement {
                    id: "2.2.4",
                    summary: "A senior officer, usually the section 151 officer, is responsible for \
                        financial advice, accounts and financial control.",
                },
                Requirement {
                    id: "2.2.5",
                    summary: "A senior officer, usually the monitoring officer, ensures that procedures \
                        are followed and the law is complied with.",
                },
            ],
        },
        SubPrinciple {
            id: "2.3",
            title: "Clear relations of authority, partners and public, so that each knows what to expect",
            requirements: &[
                Requirement {
                    id: "2.3.1",
                    summary: "Protocols see to it that members and officers communicate well in their \
                        respective roles.",
                },
                Requirement {
                    id: "2.3.2",
                    summary: "Pay terms of members and officers are set out, with a sound process and a \
                        remuneration panel where one applies.",
                },
                Requirement { id: "2.3.3", summary: "Service delivery is monitored by means that work." },
                Requirement {
                    id: "2.3.4",
                    summary: "Vision, plans, priorities and targets come from a sound process, with \
                        consultation, and are made widely known.",
                },
                Requirement {
                    id: "2.3.5",
                    summary: "Members in a partnership know what they owe it and what they owe their \
                        authority, alone and together.",
                },
                Requirement {
                    id: "2.3.6",
                    summary: "A partnership's legal status is clear, and so is how far each representative \
                        can bind the body they speak for.",
                },
            ],
        },
    ],
};

const PRINCIPLE_3: Principle = Principle {
    id: "3",
    title: "Promoting values for the authority and demonstrating the values of good governance through \
        upholding high standards of conduct and behaviour",
    sub_principles: &[
        SubPrinciple {
            id: "3.1",
            title: "Members and officers who lead by exemplary conduct",
            requirements: &[
                Requirement {
                    id: "3.1.1",
                    summary: "The leadership creates a climate in which people are open, supported and \
                        respected.",
                },
                Requirement {
                    id: "3.1.2",
                    summary: "Codes and protocols define good conduct for members and staff, with one \
                        another and with those outside.",
                },
                Requirement {
                    id: "3.1.3",
                    summary: "Nobody is swayed by prejudice, bias or conflict of interest, and the \
                        arrangements for it keep working.",
                },
            ],
        },
        SubPrinciple {
            id: "3.2",
            title: "The organisation's values put into practice and effective",
            requirements: &[
                Requirement {
                    id: "3.2.1",
                    summary: "Shared values that meet public expectations are kept up and made known to \
                        members, staff, community and partners.",
                },
                Requirement {
                    id: "3.2.2",
                    summary: "Procedures are designed to ethical standards, and it is checked that they \
                        still work.",
                },
                Requirement { id: "3.2.3", summary: "There is an effective standards committee." },
                Requirement {
                    id: "3.2.4",
                    summary: "The shared values guide decisions and build trust within the authority.",
                },
                Requirement {
                    id: "3.2.5",
                    summary: "Partners agree values by which to judge their decisions, and show them in \
                        what they do.",
                },
            ],
        },
    ],
};

const PRINCIPLE_4: Principle = Principle {
    id: "4",
    title: "Taking informed and transparent decisions which are subject to effective scrutiny and managing \
        risk",
    sub_principles: &[
        SubPrinciple {
            id: "4.1",
            title: "Rigour and transparency in decisions, and action on what scrutiny finds",
            requirements: &[
                Requirement {
                    id: "4.1.1",
                    summary: "Scrutiny gives effective and constructive challenge, and improves the \
                        authority and the bodies that it is responsible for.",
                },
                Requirement {
                    id: "4.1.2",
                    summary: "The evidence, criteria and reasons behind decisions are recorded openly.",
                },
                Requirement {
                    id: "4.1.3",
                    summary: "Members and employees are guarded against conflicts of interest, and the \
                        safeguards keep working.",
                },
                Requirement {
                    id: "4.1.4",
                    summary: "There is an effective, independent audit committee, or another proper home \
                        for its functions.",
                },
                Requirement {
                    id: "4.1.5",
                    summary: "Complaints are dealt with effectively, openly and in a way that all can use.",
                },
            ],
        },
        SubPrinciple {
            id: "4.2",
            title: "Good information, advice and support for services that the community wants and needs",
            requirements: &[
                Requirement {
                    id: "4.2.1",
                    summary: "Those who decide have information they can use: to the point, in time and \
                        plain on technical matters.",
                },
                Requirement {
                    id: "4.2.2",
                    summary: "Legal and financial advice is there and on record well before the decision, \
                        and is used.",
                },
            ],
        },
        SubPrinciple {
            id: "4.3",
            title: "An effective risk management system",
            requirements: &[
                Requirement {
                    id: "4.3.1",
                    summary: "Risk management is part of the culture: members and every manager treat it as \
                        their own job.",
                },
                Requirement { id: "4.3.2", summary: "Staff and contractors can blow the whistle." },
            ],
        },
        SubPrinciple {
            id: "4.4",
            title: "Legal powers used to the full benefit of citizens and communities",
            requirements: &[
                Requirement {
                    id: "4.4.1",
                    summary: "The limits of lawful activity are recognised, and within them powers are used \
                        fully for the community.",
                },
                Requirement {
                    id: "4.4.2",
                    summary: "Specific legislation and the general duties of public law are observed.",
                },
                Requirement {
                    id: "4.4.3",
                    summary: "Rationality, legality and natural justice are built into procedures and \
                        decisions.",
                },
            ],
        },
    ],
};

const PRINCIPLE_5: Principle = Principle {
    id: "5",
    title: "Developing the capacity and capability of members and officers to be effective",
    sub_principles: &[
        SubPrinciple {
            id: "5.1",
            title: "Members and officers with the skills, knowledge, experience and resources for their \
                roles",
            requirements: &[
                Requirement {
                    id: "5.1.1",
                    summary: "Induction is tailored to the person, and members and officers can refresh \
                        their knowledge regularly.",
                },
                Requirement {
                    id: "5.1.2",
                    summary: "Statutory officers are equipped and supported for their roles, which the \
                        whole organisation understands.",
                },
            ],
        },
        SubPrinciple {
            id: "5.2",
            title: "People with governance responsibilities developed, and evaluated singly and as a group",
            requirements: &[
                Requirement {
                    id: "5.2.1",
                    summary: "The skills that members and officers need are assessed, with a commitment to \
                        develop them.",
                },
                Requirement {
                    id: "5.2.2",
                    summary: "Skills grow continuously, those of scrutiny, of challenge and of knowing when \
                        to call an expert included.",
                },
                Requirement {
                    id: "5.2.3",
                    summary: "Performance as a whole and of single members is reviewed, and a plan agreed \
                        for what it shows.",
                },
            ],
        },
        SubPrinciple {
            id: "5.3",
            title: "New talent for membership, balancing continuity and renewal",
            requirements: &[
                Requirement {
                    id: "5.3.1",
                    summary: "People of every background are encouraged to take part in the authority's \
                        work.",
                },
                Requirement {
                    id: "5.3.2",
                    summary: "Career structures for members and officers encourage them to take part and \
                        develop.",
                },
            ],
        },
    ],
};

const PRINCIPLE_6: Principle = Principle {
    id: "6",
    title: "Engaging with local people and other stakeholders to ensure robust public accountability",
    sub_principles: &[
        SubPrinciple {
            id: "6.1",
            title: "Scrutiny that engages local people and institutions and builds accountable relationships",
            requirements: &[
                Requirement {
                    id: "6.1.1",
                    summary: "It is plain to members, staff and community who answers to whom, and for what.",
                },
                Requirement {
                    id: "6.1.2",
                    summary: "Relationships with the institutions it is accountable to are assessed, and \
                        changed where they need to be.",
                },
                Requirement {
                    id: "6.1.3",
                    summary: "A report on the work of scrutiny is produced every year.",
                },
            ],
        },
        SubPrinciple {
            id: "6.2",
            title: "Planned dialogue with, and accountability to, the public",
            requirements: &[
                Requirement {
                    id: "6.2.1",
                    summary: "Channels of communication reach everyone in the community, and it is \
                        monitored that they work.",
                },
                Requirement {
                    id: "6.2.2",
                    summary: "The public may attend meetings, save where privacy is rightly needed.",
                },
                Requirement {
                    id: "6.2.3",
                    summary: "Every part of the community is engaged, and there is a process for weighing \
                        their competing demands.",
                },
                Requirement {
                    id: "6.2.4",
                    summary: "A clear policy says what the public is consulted on, and those consulted hear \
                        what changed.",
                },
                Requirement {
                    id: "6.2.5",
                    summary: "A yearly performance plan gives vision, plans and finances, and past outcomes \
                        and user satisfaction.",
                },
                Requirement {
                    id: "6.2.6",
                    summary: "The authority is open to community, users and staff in all it does, save what \
                        is rightly confidential.",
                },
            ],
        },
        SubPrinciple {
            id: "6.3",
            title: "Responsibility to staff met in an active and planned way",
            requirements: &[Requirement {
                id: "6.3.1",
                summary: "A clear policy says how decisions take in the views of staff and of those who \
                        represent them.",
            }],
        },
    ],
};
