import { casillasHoja1 } from '../casillas.ts';
import type { BloqueDeHoja, ListaDeHoja } from '../bloque.ts';
import { bloquesDeHojas } from '../hojas.ts';
import type { RegistroRut } from '../registro.ts';

/** What the law calls the data of a RUT, as the rules of the update tell them apart. */
export type DatoDelRut =
  | 'identificacion'
  | 'nombre-comercial'
  | 'direccion'
  | 'correo'
  | 'contacto'
  | 'actividades'
  | 'responsabilidades'
  | 'usuarios-aduaneros'
  | 'seccional'
  | 'caracteristicas'
  | 'constitucion'
  | 'capital'
  | 'vinculacion'
  | 'representantes'
  | 'socios'
  | 'revisor-y-contador'
  | 'sedes';

/** A box that two versions do not share; of sheets 2 to 6, a whole block when it is new or it left. */
export interface CambioDelRut {
  /** `41`; of a whole block, `98 a 107`. */
  casilla: string;
  nombre: string;
  dato: DatoDelRut;
  antes: string;
  despues: string;
}

/**
 * Identification is what DUR 1.6.1.2.5 num. 1 lists: names, document, NIT, business name. The commercial
 * name and the acronym are not in that list, though the form prints them in that section.
 */
const DATO_DE_LA_CASILLA: Readonly<Record<string, DatoDelRut>> = {
  ...de('identificacion', ['5', '6', '24', '25', '26', '27', '28', '29', '30', '31', '32', '33', '34', '35']),
  ...de('nombre-comercial', ['36', '37']),
  ...de('direccion', ['38', '39', '40', '41']),
  ...de('correo', ['42']),
  ...de('contacto', ['43', '44', '45']),
  ...de('actividades', ['46', '47', '48', '49', '50', '51', '52']),
  ...de('responsabilidades', ['53']),
  ...de('usuarios-aduaneros', ['54']),
  ...de('seccional', ['12']),
};

function de(dato: DatoDelRut, casillas: readonly string[]): Record<string, DatoDelRut> {
  return Object.fromEntries(casillas.map((c) => [c, dato]));
}

const DATO_DE_LA_LISTA: Readonly<Record<ListaDeHoja, DatoDelRut>> = {
  caracteristicas: 'caracteristicas',
  constitucion: 'constitucion',
  reforma: 'constitucion',
  capital: 'capital',
  vigilancia: 'caracteristicas',
  estadosDeOrganizacion: 'caracteristicas',
  vinculacion: 'vinculacion',
  representantes: 'representantes',
  socios: 'socios',
  revisorFiscal: 'revisor-y-contador',
  revisorFiscalSuplente: 'revisor-y-contador',
  contador: 'revisor-y-contador',
  sedes: 'sedes',
};

/** The boxes of the record that change from one version to the next, in the order of the form. */
export function cambiosDelRut(antes: RegistroRut, despues: RegistroRut): CambioDelRut[] {
  return [...cambiosDeLaHoja1(antes, despues), ...cambiosDeLasDemasHojas(antes, despues)];
}

function cambiosDeLaHoja1(antes: RegistroRut, despues: RegistroRut): CambioDelRut[] {
  const extras = { concepto: '', numeroFormulario: '' };
  const nuevas = new Map(casillasHoja1(despues, extras).map((c) => [c.numero, c.valor]));
  return casillasHoja1(antes, extras).flatMap(({ numero, nombre, valor }) => {
    const dato = DATO_DE_LA_CASILLA[numero];
    const nuevo = nuevas.get(numero) ?? '';
    return dato === undefined || nuevo === valor
      ? []
      : [{ casilla: numero, nombre, dato, antes: valor, despues: nuevo }];
  });
}

function cambiosDeLasDemasHojas(antes: RegistroRut, despues: RegistroRut): CambioDelRut[] {
  const [eran, son] = [numerados(antes), numerados(despues)];
  const parejaEn = (bloques: readonly BloqueDeHoja[], b: BloqueDeHoja) =>
    bloques.find((otro) => otro.lista === b.lista && otro.clave === b.clave);
  return [
    ...eran.flatMap((era) => {
      const es = parejaEn(son, era);
      return es ? casillasQueCambian(era, es) : [bloqueEntero(era, { antes: enLineas(era), despues: '' })];
    }),
    ...son
      .filter((es) => !parejaEn(eran, es))
      .map((es) => bloqueEntero(es, { antes: '', despues: enLineas(es) })),
  ];
}

/** With the second of two blocks of one key told apart, so that writing somebody twice is a change. */
function numerados(r: RegistroRut): BloqueDeHoja[] {
  return bloquesDeHojas(r).map((b, i, todos) => {
    const iguales = todos.slice(0, i).filter((otro) => otro.lista === b.lista && otro.clave === b.clave);
    return { ...b, clave: `${b.clave} ${iguales.length}` };
  });
}

function casillasQueCambian(era: BloqueDeHoja, es: BloqueDeHoja): CambioDelRut[] {
  return era.casillas.flatMap(({ numero, nombre, valor }) => {
    const despues = es.casillas.find((c) => c.numero === numero)?.valor ?? '';
    if (despues === valor) return [];
    const dato = DATO_DE_LA_LISTA[era.lista];
    return [{ casilla: numero, nombre: `${nombre} (${es.nombre})`, dato, antes: valor, despues }];
  });
}

function bloqueEntero(b: BloqueDeHoja, valores: { antes: string; despues: string }): CambioDelRut {
  const [primera, ultima] = [b.casillas[0]?.numero ?? '', b.casillas.at(-1)?.numero ?? ''];
  return {
    casilla: primera === ultima ? primera : `${primera} a ${ultima}`,
    nombre: b.nombre,
    dato: DATO_DE_LA_LISTA[b.lista],
    ...valores,
  };
}

const enLineas = (b: BloqueDeHoja): string =>
  b.casillas
    .filter((c) => c.valor !== '')
    .map((c) => `${c.nombre}: ${c.valor}`)
    .join('\n');
