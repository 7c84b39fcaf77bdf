import { plegar } from '../texto/index.ts';

/** A word of the query: as typed and as it is compared. */
export interface Palabra {
  texto: string;
  raiz: string;
}

/** Longest query that is read; nobody describes a trade in more. */
const LARGO_MAXIMO = 200;
const PALABRAS_MAXIMAS = 24;

const VACIAS = new Set(
  'a al ante aqui así asi bajo como con contra cual cuando cuya cuyo de del desde donde e el ella en entre era es esa ese eso esta este esto excepto fue ha hasta hay incluye incluso la las le les lo los mas me mi mis mucho muy n ni nos nuestra nuestro o os otra otras otro otros para pero por porque que quien se segun ser si sobre su sus tal tambien te tipo tipos todo todos tu un una unas uno unos y ya yo'.split(
    ' ',
  ),
);

/** Said of any trade, so they tell none apart; synonyms may still contain them (`no trabajo`). */
const GENERICAS = new Set(
  'actividad actividades algo atiendo ayudo cosa cosas cuenta dedico demas domicilio empresa empresas especializada especializado especializados especializadas general gente hacer hacemos hago negocio negocios no necesito ofrezco particular persona personas pequeña pequeño poco presto producto productos propia propio quiero realizo servicio servicios solo soy tengo trabajar trabajo trabajos varias varios vivo estoy independiente'
    .split(' ')
    .map(raiz),
);

/** Light Spanish stem: no plural, no ending of infinitive or gerund, no final vowel. Folded text in. */
export function raiz(palabra: string): string {
  if (palabra.length <= 3) return palabra;
  const sinGerundio = palabra.length > 7 ? palabra.replace(/(?:ando|iendo|yendo)$/, '') : palabra;
  if (sinGerundio !== palabra) return sinGerundio;
  const singular = palabra
    .replace(/ces$/, 'z')
    .replace(/([^aeiou])es$/, '$1')
    .replace(/([aeiou])s$/, '$1');
  const sinInfinitivo = singular.length > 5 ? singular.replace(/[aei]r$/, '') : singular;
  return sinInfinitivo.length > 3 ? sinInfinitivo.replace(/[aeo]$/, '') : sinInfinitivo;
}

/** Words worth comparing, in order, without the empty ones. */
export function palabrasDe(texto: string): Palabra[] {
  const halladas = plegar(texto.slice(0, LARGO_MAXIMO)).match(/[a-zñ0-9]+/g) ?? [];
  return halladas
    .slice(0, PALABRAS_MAXIMAS)
    .filter((p) => !VACIAS.has(p))
    .map((p) => ({ texto: p, raiz: raiz(p) }));
}

export function esGenerica(raizDePalabra: string): boolean {
  return GENERICAS.has(raizDePalabra);
}
