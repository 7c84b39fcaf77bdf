import { esFecha } from '../fechas/index.ts';
import { formatoDeExogena } from './formatos.ts';
import type { Hallazgo } from './hallazgo.ts';

/** The texts of `Cab`, by element. */
export type Cabecera = Readonly<Record<string, string>>;

const NOMBRE = /^Dmuisca_([0-9]{2})([0-9]{5})([0-9]{2})([0-9]{4})([0-9]{8})\.xml$/;
const ELEMENTOS: Readonly<Record<string, RegExp>> = {
  Ano: /^20[0-9]{2}$/,
  CodCpt: /^0?[12]$/,
  Formato: /^[0-9]{4}$/,
  Version: /^[0-9]{1,2}$/,
  NumEnvio: /^[0-9]{1,8}$/,
  FecEnvio: /^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}/,
  FecInicial: /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/,
  FecFinal: /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/,
  ValorTotal: /^[0-9]{1,20}(?:\.0+)?$/,
  CantReg: /^[0-9]{1,6}$/,
};

/**
 * What the header of an XML delivery says against itself and against the name of its file.
 *
 * @param archivo the name without folder; of one that is not `Dmuisca_…xml` only that is said.
 */
export function validarCabecera(cab: Cabecera, archivo: string): Hallazgo[] {
  const hallazgos: Hallazgo[] = [];
  const di = (campo: string, codigo: string, mensaje: string) =>
    void hallazgos.push({ fila: 0, campo, codigo, mensaje });
  for (const [campo, forma] of Object.entries(ELEMENTOS)) {
    const dicho = cab[campo];
    if (dicho === undefined || dicho === '') di(campo, 'cabecera-faltante', `En la cabecera falta ${campo}.`);
    else if (!forma.test(dicho) || (campo.startsWith('Fec') && !esFecha(dicho.slice(0, 10))))
      di(campo, 'cabecera', `${campo} no está bien escrito en la cabecera.`);
  }
  const malas = new Set(hallazgos.map((h) => h.campo));
  const bien = (...campos: string[]) => campos.every((c) => !malas.has(c));
  const dicho = (campo: string) => cab[campo] ?? '';
  const anio = (campo: string) => Number(dicho(campo).slice(0, 4));

  const formato = formatoDeExogena(dicho('Formato'));
  if (formato && bien('Version') && Number(dicho('Version')) !== formato.version)
    di('Version', 'version', `La versión del formato ${formato.codigo} es la ${formato.version}.`);
  if (bien('Ano', 'FecEnvio') && anio('Ano') !== anio('FecEnvio'))
    di('Ano', 'anio', 'Ano es el año en que se envía, y FecEnvio dice otro.');
  if (bien('FecInicial', 'FecFinal')) {
    if (dicho('FecInicial') > dicho('FecFinal'))
      di('FecFinal', 'fechas', 'La fecha final es anterior a la inicial.');
    else if (anio('FecInicial') !== anio('FecFinal'))
      di('FecFinal', 'anio', 'La información es de un solo año, y las fechas son de dos.');
    else if (!dicho('FecInicial').endsWith('-01-01') || !dicho('FecFinal').endsWith('-12-31'))
      di('FecInicial', 'sospecha-fechas', 'La información no va del 1 de enero al 31 de diciembre.');
  }
  if (bien('Ano', 'FecFinal')) {
    const diferencia = anio('Ano') - anio('FecFinal');
    if (diferencia < 1)
      di('FecFinal', 'anio', 'La información es de un año que no había terminado al enviarla.');
    else if (diferencia > 1)
      di(
        'FecFinal',
        'sospecha-anio',
        `La información es de ${anio('FecFinal')}. Revise que sea el año que quiere reportar.`,
      );
  }
  return [...hallazgos, ...contraElNombre(cab, archivo, bien)];
}

function contraElNombre(cab: Cabecera, archivo: string, bien: (...c: string[]) => boolean): Hallazgo[] {
  const partes = NOMBRE.exec(archivo);
  if (!partes) {
    const mensaje =
      'El archivo debe llamarse Dmuisca_, el concepto (01 o 02), el formato, la versión, el año de envío y el número de envío.';
    return [{ fila: 0, campo: '', codigo: 'nombre-del-archivo', mensaje }];
  }
  const campos = ['CodCpt', 'Formato', 'Version', 'Ano', 'NumEnvio'];
  return campos.flatMap((campo, i) =>
    bien(campo) && Number(partes[i + 1]) !== Number(cab[campo])
      ? [
          {
            fila: 0,
            campo,
            codigo: 'nombre-del-archivo',
            mensaje: `El nombre del archivo dice otro ${campo} que la cabecera.`,
          },
        ]
      : [],
  );
}
