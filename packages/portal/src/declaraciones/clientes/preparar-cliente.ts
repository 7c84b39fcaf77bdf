import { formatearFecha } from '@autogestion/normas/fechas';
import { campoDeCasilla, seEscribe } from '../../interfaz/formulario/index.ts';
import { titularDe, type Transaccion } from '../../plataforma/index.ts';
import { versionesDe } from '../../rut/index.ts';
import {
  abrirBorrador,
  borradoresAbiertos,
  guardarCambios,
  type Borrador,
  type Cambios,
} from '../borrador/index.ts';
import { clasesDeDeclaracion, regimenDeCadaAnio } from '../clases/index.ts';
import { calcularBorrador, sePuedeFirmar } from '../cuenta/index.ts';
import { erroresDeDeclaraciones } from '../errores.ts';
import { campoDeHecho, hechosQueSeEscriben, leerCasillas, leerHechos } from '../llenar/index.ts';
import { porDeclarar } from '../lista/index.ts';
import { declaracionesDelTitular } from '../presentar/index.ts';
import type { ClienteDeLote, DeclaracionDeLote, FaltaDeLote } from './leer-lote.ts';

/** What a file leaves, or would leave, in one return of a client. */
interface Preparada {
  formulario: string;
  anio: number;
  periodo: string;
  nombre: string;
  vence: string;
  /** Answers that change, and of those how many had another value. */
  cambian: number;
  pisan: number;
  /** It could be signed as it is left; otherwise how many things keep it from that. */
  lista: boolean;
  faltan: number;
  /** Of the draft, where there is one. */
  borrador?: string;
}

export type DeUnLote = { ok: true; preparadas: Preparada[] } | { ok: false; faltas: FaltaDeLote[] };

interface PorGuardar {
  actual: Borrador;
  cambios: Cambios;
  preparada: Preparada;
}

/**
 * Puts what a file says of the client for whom one acts in the drafts of their returns: all of it, or nothing where
 * anything of it is wrong. Without `escribir` it only says what it would do.
 * @throws ErrorDominio `declaraciones.cambio` where somebody else changes the same meanwhile: nothing is written
 */
export async function prepararCliente(
  trx: Transaccion,
  { declaraciones }: Pick<ClienteDeLote, 'declaraciones'>,
  { escribir }: { escribir: boolean },
): Promise<DeUnLote> {
  const faltas: FaltaDeLote[] = [];
  const porGuardar: PorGuardar[] = [];
  for (const d of declaraciones) {
    const actual = await borradorPara(trx, d);
    if ('mensaje' in actual) faltas.push(actual);
    else {
      const r = await leerEn(trx, actual, d);
      faltas.push(...r.faltas);
      if (r.faltas.length === 0) porGuardar.push(r.porGuardar);
    }
  }
  if (faltas.length > 0) return { ok: false, faltas };
  if (!escribir) return { ok: true, preparadas: porGuardar.map((g) => g.preparada) };
  const preparadas: Preparada[] = [];
  for (const g of porGuardar) preparadas.push(await guardar(trx, g));
  return { ok: true, preparadas };
}

async function guardar(trx: Transaccion, { actual, cambios, preparada }: PorGuardar): Promise<Preparada> {
  const { formulario, anio, periodo } = actual;
  const { idPublico, revision } =
    actual.idPublico === '' ? await abrirBorrador(trx, { formulario, anio, periodo }) : actual;
  const r = await guardarCambios(trx, { idPublico, cambios, desde: revision });
  if ('choques' in r) throw erroresDeDeclaraciones.cambio();
  return { ...preparada, borrador: idPublico };
}

/** The open draft of a return, or an empty one that nobody keeps yet; or why it cannot be prepared. */
async function borradorPara(trx: Transaccion, d: DeclaracionDeLote): Promise<Borrador | FaltaDeLote> {
  const { formulario, anio, periodo, renglon } = d;
  const no = (columna: string, mensaje: string): FaltaDeLote => ({ renglon, columna, mensaje });
  const clase = clasesDeDeclaracion().find((c) => c.formulario.codigo === formulario);
  if (!clase) return no('formulario', 'Escriba 210, 2593 o 260.');
  if (!clase.periodos.includes(periodo))
    return no('periodo', `Escriba uno de estos: ${clase.periodos.join(', ')}.`);
  const esta = (x: { formulario: string; anio: number; periodo: string }) =>
    x.formulario === formulario && x.anio === anio && x.periodo === periodo;
  const abierto = (await borradoresAbiertos(trx)).find(esta);
  if (abierto) return abierto;
  const presentadas = await declaracionesDelTitular(trx);
  if (presentadas.some(esta))
    return no(
      'periodo',
      'Esa declaración ya se presentó: si algo quedó mal, se corrige desde sus declaraciones.',
    );
  const versiones = await versionesDe(trx, titularDe(trx));
  const nit = versiones[0]?.registro.nit ?? '';
  const posible = porDeclarar(nit, regimenDeCadaAnio(versiones), trx.hoy, presentadas).some(
    (x) => x.clase.formulario.codigo === formulario && x.anio === anio && x.periodo === periodo,
  );
  if (!posible)
    return no('anio', 'Ese año o período todavía no se declara, o no le toca a ese cliente según su RUT.');
  return {
    ...{ id: '', idPublico: '', formulario, anio, periodo, numero: '' },
    ...{ corrige: undefined, contenido: {}, revisiones: {}, revision: 0 },
    ...{ cambiadoEn: trx.ahora, presentada: undefined },
  };
}

async function leerEn(
  trx: Transaccion,
  actual: Borrador,
  d: DeclaracionDeLote,
): Promise<{ faltas: FaltaDeLote[]; porGuardar: PorGuardar }> {
  const b = await calcularBorrador(trx, actual);
  const { clase } = b;
  const casillas = clase.formulario.secciones.flatMap((s) => s.casillas);
  const hechos = hechosQueSeEscriben(clase);
  const renglones = new Map<string, number>();
  const escrito: Record<string, string> = {};
  const faltas: FaltaDeLote[] = [];
  for (const { clave, valor, renglon } of d.valores) {
    const casilla = casillas.find((c) => c.clave === clave);
    const hecho = hechos.find((h) => `hechos.${h.clave}` === clave);
    const no = (mensaje: string) => faltas.push({ renglon, columna: 'casilla', mensaje });
    if (casilla && !seEscribe(casilla))
      no(`La casilla ${clave} no se escribe: la pone el formulario. Quite el renglón.`);
    else if (!casilla && !hecho)
      no(`El formulario ${d.formulario} no tiene la casilla ${clave.slice(0, 40)}, o no se llena por lotes.`);
    else {
      const campo = casilla ? campoDeCasilla(casilla.clave) : campoDeHecho(hecho?.clave ?? '');
      escrito[campo] = valor;
      renglones.set(campo, renglon);
    }
  }
  const leidos = [
    leerCasillas(b, casillas, escrito, { pagina: 'en-partes' }),
    leerHechos(b, hechos, escrito),
  ];
  for (const { errores } of leidos)
    for (const [campo, mensaje] of Object.entries(errores))
      faltas.push({ renglon: renglones.get(campo) ?? d.renglon, columna: 'valor', mensaje });
  const cambios: Cambios = Object.assign({}, ...leidos.map((l) => l.cambios)) as Cambios;
  return { faltas, porGuardar: { actual, cambios, preparada: await comoQueda(trx, b, cambios) } };
}

async function comoQueda(
  trx: Transaccion,
  { borrador, clase, vencimiento }: Awaited<ReturnType<typeof calcularBorrador>>,
  cambios: Cambios,
): Promise<Preparada> {
  const contenido = Object.fromEntries(
    Object.entries({ ...borrador.contenido, ...cambios }).filter(([, v]) => v !== null),
  );
  const queda = await calcularBorrador(trx, { ...borrador, contenido });
  const { formulario, anio, periodo } = borrador;
  return {
    ...{ formulario, anio, periodo },
    nombre: clase.nombre(anio, periodo),
    vence: formatearFecha(vencimiento.fecha),
    cambian: Object.keys(cambios).length,
    pisan: Object.keys(cambios).filter((k) => k in borrador.contenido).length,
    lista: sePuedeFirmar(queda),
    faltan: queda.cuenta.faltas.length + queda.sinMirar.reportado + queda.sinMirar.nadieReporta,
    ...(borrador.idPublico !== '' && { borrador: borrador.idPublico }),
  };
}
