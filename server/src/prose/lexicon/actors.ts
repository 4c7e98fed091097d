import { wordSet } from './wordSet';

/** Heads of noun phrases that name people by their work or their place. Singular; -er, -or, -ist and -ian words are known by their ending. */
export const roleNouns = wordSet(`
intern trainee apprentice junior senior newbie newcomer rookie hire grad graduate student lead chief boss director vp cto ceo cio cfo coo ciso pm po sre dba qa dev sysadmin admin techie
architect consultant assistant attendant accountant agent analyst specialist expert colleague coworker co-worker teammate mate peer buddy pal friend guy gal bloke chap lad fellow dude folk folks people person man woman men women kid kids
child parent wife mother father grandmother grandfather brother sister son daughter neighbour neighbor courier cashier soldier pensioner commissioner practitioner examiner jeweller teller crewman barista waiter waitress wife husband partner spouse cofounder co-founder cto exec executive principal staff staffer employee client customer user patient nurse doctor clerk cook chef pilot captain sergeant guard host guest chair chairman president
secretary technician electrician physician clinician librarian politician genius idiot hero villain culprit predecessor successor sponsor stakeholder mentor mentee representative rep delegate liaison veteran postdoc phd fellow scientist
professor prof sheriff marshal steward scrum-master someone somebody everyone no-one everybody anyone anybody nobody whoever human soul volunteer responder on-caller oncall rookie maintainer reviewer approver author committer contributor freelancer
instructor retailer manufacturer observer spectator advertiser recruiter interviewer investigator assessor councillor advisor adviser mayor employer competitor gaffer
visitor stranger decision-maker rider auditor narrator tutor warden keeper superintendent governor sailor surgeon pharmacist actuary steward
individual responsible owner holder pa dpo buyer vendor supplier provider carrier contractor subcontractor reseller regulator auditor insurer acquirer integrator merchant tenant landlord merchant attacker hacker on-call oncall
engineer developer programmer coder tester designer manager supervisor leader writer editor reporter researcher trainer teacher operator administrator coordinator facilitator commander dispatcher officer inspector driver
founder investor trader dealer teller lecturer lawyer banker baker farmer worker caller speaker listener player viewer member subscriber shopper seller reader voter passenger traveller traveler cleaner plumber fitter installer builder
`);

/** Nouns that name a group of people: another party, unless "our" or "my" makes it the own team. */
export const groupNouns = wordSet(`
team squad crew group department dept org organisation organization company vendor supplier agency firm guild tribe pod chapter board committee management leadership staff office division branch consultancy contractor partner bank broker provider
carrier operations ops engineering desk helpdesk service-desk support security legal finance marketing sales procurement compliance hr people folks guys ministry council union startup msp isp
personnel workforce faculty senate government authority authorities customer client userbase community headquarters hq head-office institution university hospital airline
`);

/** Teams and functions that go by name: capitalised or not, without determiner they act ("DevOps pushed", "ops had changed"). */
export const teamNames = wordSet(`
payments billing checkout platform infra infrastructure devops ops sre sres qa dba dbas dev devs it ux netops secops infosec appsec security legal finance marketing sales product support procurement compliance hr design engineering networking networks
network data analytics identity search growth logistics operations management leadership release-management noc soc pmo cab engineering platform-engineering core-platform storage accounting accounts treasury risk fraud localisation localization
backend frontend mobile firmware hardware customer-success success commerce ads trust catalog planning delivery architecture research editorial merchandising it-support helpdesk service-desk purchasing
`);

/** Of these the ones that are teams even where a capital shows nothing and no determiner stands before. */
export const alwaysTeams = wordSet(`
ops devops sre sres qa dba dbas devs netops secops infosec appsec legal marketing sales procurement hr noc pmo payments finance
`);

/** Products, protocols and tools: names, but nobody acts there. */
export const systemNames = wordSet(`
kafka redis postgres postgresql mysql mongodb mongo elasticsearch elastic kubernetes k8s docker terraform ansible puppet jenkins github gitlab git jira confluence grafana prometheus datadog splunk kibana sentry nginx apache haproxy envoy istio consul vault nomad airflow spark flink hadoop hive
snowflake bigquery redshift dynamodb s3 ec2 lambda rds aurora sqs sns cloudfront cloudtrail cloudwatch iam vpc vpn dns dhcp bgp tls ssl http https tcp udp ip ntp ssh saml sso oauth jwt api apis sdk ui cpu gpu ram ssd hdd nic os vm vms jvm gc wal orm etl dag cdn waf ttl mtu vlan csv json xml pdf yaml protobuf avro parquet grpc graphql
rest soap rabbitmq celery zookeeper etcd cassandra cockroachdb sqlite sap erp crm cms lms pos atm iot plc scada ecu fpga linux windows android ios chrome chromium firefox safari python java rust go ruby perl cobol react flask django rails node npm webpack bazel gradle maven log4j wi-fi wifi ci cd ci/cd pr prs db dbs
outlook excel wireshark jaeger temporal helm firebase slo sla slos slas p50 p95 p99 p999 url urls id ids rpc etl jvm ssid crl radius hsm
`);

/** Companies that are spoken of as acting. */
export const companyNames = wordSet(`
google apple microsoft amazon aws azure gcp facebook meta oracle ibm sap samsung stripe paypal visa mastercard twilio cloudflare akamai fastly atlassian vodafone verizon at&t bt openreach netflix uber okta salesforce shopify vmware cisco intel nvidia accenture deloitte tcs infosys wipro
`);

/** Nouns of a system's parts and events. What is in no list and has no person's ending is taken for one as well. */
export const systemNouns = wordSet(`
service services database databases deploy deployment alert alerts build builds config cluster job jobs cache queue pipeline api app application site website system systems server servers tool script test tests data network dashboard log logs metric metrics request requests query queries
`);

/** Given names that are common in stories, in lower case; other unknown capitalised names are people where they do what people do. */
export const givenNames = wordSet(`
aaron abdul adam ahmed aisha alan alex alexander ali alice amit amy ana anders andre andrea andrew andy angela anil anita ann anna anne anton arjun arun asha ashley barbara ben benjamin bernd beth bill bob brian bruno carla carlos carol caroline chen chloe chris christian christina claire
claudia craig daniel daniela dan dana dave david deepak deepa denise dennis derek diana diego dimitri dmitri dmitry dominik donna doug elena eli elif elizabeth ella emily emma eric erik ethan eva eve fatima felix fiona francesca francis frank fred gabriel gary george giulia grace graham greg guillaume gustavo hana hannah hans
harry hassan heather heidi helen henrik henry hiro hugo ian ibrahim igor ines ingrid irene isaac isabel ivan jack jacob jake james jamie jan jane janet jasmine jason javier jay jean jeff jennifer jenny jens jessica jill jim jin joan joana joe joel johan john jon jonas jonathan jordan jorge jose joseph josh juan judy julia julian julie jun justin
kamal karen karim karl karthik kate katie kavita keith ken kenji kevin khalid kim kiran klaus kofi kumar lars laura lauren lee lena leo leon liam lila lin linda lisa liz louis luc luca lucas lucy luis lukas luke magnus manuel marc marcel marco marcus marek maria marie marina mario mark marko marta martha martin mary matt matteo matthew max maya
mehmet mei mia michael michelle miguel mika mike mina mira mohamed mohammed monica murat nadia nancy naomi natalia natasha neha neil nick nicola nicolas nils nina noah noor nora olaf oleg olena olga oliver olivia omar oscar owen pablo pamela paolo pat patricia patrick paul paula paulo pedro peter petra phil philip pierre piotr pooja prakash priya rachel rafael rahul raj rajesh
ralph ramesh rana ravi ray rebecca renata richard rick rita rob robert roberto robin rohan rohit roland ron rosa ross roy ruth ryan sachin sally salma sam samantha samir samuel sandra sanjay sara sarah satoshi scott sean sebastian sergei sergey sergio shan sharon shreya simon sofia sonia sophie stefan stephanie stephen steve steven sunil suresh susan sven
tanya tara ted teresa theo thomas tim tina tobias todd tom tomasz tony tracy uma valentina vera victor victoria vijay vikram vincent vivek vlad walter wei wen will william wolfgang xin yan yang yara yuki yuri yusuf zach zara zoe
`);
