import { casillasHoja1 } from '../casillas.ts';
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
  | 'seccional';

/** A box of sheet 1 that two versions do not share. */
export interface CambioDelRut {
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

/** The boxes of the record that change from one version to the next, in the order of the form. */
export function cambiosDelRut(antes: RegistroRut, despues: RegistroRut): CambioDelRut[] {
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
