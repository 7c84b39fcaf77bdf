import type { Casilla } from '@autogestion/normas/formularios/motor';
import { formatearHora } from '@autogestion/normas/fechas';
import { mesesDeRetardo } from '@autogestion/normas/sanciones';
import type { Errores, Valores } from '../../../interfaz/index.ts';
import { json, type Peticion, type Respuesta, type Transaccion } from '../../../plataforma/index.ts';
import { guardarCambios, type Cambios } from '../../borrador/index.ts';
import { sancionDeTarde, type BorradorCalculado } from '../../cuenta/index.ts';
import { revisionDe } from '../guardar-respuestas.ts';
import type { DeBorrador } from '../lo-comun.ts';
import { saldoDe } from '../paginas/al-lado.tsx';
import { comoQueda } from './como-queda.ts';
import type { DatosDeFormulario, Guardado } from './lo-que-viaja.ts';
import { enTexto } from './lo-que-viaja.ts';

/** What the page shows of a draft, after something of it was saved. */
interface EnLaPagina {
  /** Its boxes. */
  casillas: readonly Casilla[];
  /** What its fields show, as it is kept; nothing where they are one answer together. */
  valores: Valores;
  errores: Errores;
  rechazados: Readonly<Record<string, string>>;
  /** Where its form is sent from now on. */
  accion?: string;
}

/** The page asks by program: what is answered is what it changes in itself. */
export const pideEnVivo = (p: Pick<Peticion, 'cabecera'>): boolean => p.cabecera('accept') === MEDIA;
const MEDIA = 'application/json';

/**
 * Saves what was answered as it is answered, and says how the return stands with it. What another device changed
 * meanwhile is not overwritten: it is 409, with what is kept.
 * @param mostrar what the page shows of the draft once saved
 */
export async function guardarEnVivo(
  trx: Transaccion,
  p: Pick<Peticion<DeBorrador>, 'parametros' | 'ocultos'>,
  o: { b: BorradorCalculado; cambios: Cambios; mostrar: (b: BorradorCalculado) => EnLaPagina },
): Promise<Respuesta> {
  const r = await guardarCambios(trx, {
    idPublico: p.parametros.sinPresentar,
    cambios: o.cambios,
    desde: revisionDe(p, o.b.borrador),
  });
  const b = o.b.con(r.borrador);
  const { casillas, accion, ...resto } = o.mostrar(b);
  const guardado: Guardado = {
    revision: b.borrador.revision,
    guardado: formatearHora(trx.ahora),
    ...resto,
    queda: enTexto(comoQueda(b.cuenta.evaluacion, { resumen: b.clase.resumen, saldo: saldoDe(b), casillas })),
    ...(accion !== undefined && { accion }),
    datos: datosDe(b),
  };
  return json(guardado, 'choques' in r ? 409 : 200);
}

/** What a browser needs to compute the form by itself; undefined where it cannot: of a correction the office knows the penalty. */
export function datosDe({ clase, cuenta, borrador, anterior, hoy, vencimiento }: BorradorCalculado) {
  const { enElNavegador } = clase;
  if (!enElNavegador || anterior) return undefined;
  const meses = mesesDeRetardo(vencimiento.fecha, hoy);
  const { entrada } = cuenta;
  const datos: DatosDeFormulario = {
    formulario: clase.formulario.codigo,
    anio: borrador.anio,
    valores: [...entrada.valores].map(([clave, valor]) => [clave, String(valor)]),
    filas: [...entrada.filas].map(([clave, filas]) => [clave, filas.map((f) => f.map(String))]),
    resumen: clase.resumen,
    claves: enElNavegador,
    ...(meses > 0 && { tarde: { meses, ...sancionDeTarde(borrador.contenido, hoy) } }),
  };
  return datos;
}
