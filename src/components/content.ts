import Accounts from './Accounts.astro';
import Actor from './Actor.astro';
import Aside from './Aside.astro';
import Ceasefire from './Ceasefire.astro';
import Ceasefires from './Ceasefires.astro';
import Chart from './Chart.astro';
import Claim from './Claim.astro';
import Later from './Later.astro';
import Link from './Link.astro';
import LocatorMap from './Map.astro';
import Quote from './Quote.astro';
import Table from './Table.astro';
import Term from './Term.astro';
import Unknown from './Unknown.astro';
import Value from './Value.astro';

/** What content may use. The desk's dialect lists the same names with their attributes. */
export const contentComponents = {
	Accounts,
	Actor,
	Aside,
	Ceasefire,
	Ceasefires,
	Chart,
	Claim,
	Later,
	Map: LocatorMap,
	Quote,
	Term,
	Unknown,
	Value,
	a: Link,
	table: Table,
};
