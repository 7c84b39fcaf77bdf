import { digitoDeVerificacion } from '../../nit/index.ts';
import { calcularCodigo } from '../codigo.ts';
import type { CamposDelDocumento, CodigoCalculado, CodigoErrorDeCodigo } from '../codigo.ts';
import type { ClaseDeCodigo } from '../clases.ts';
import { analizarImporte, CERO, deCentavos, enCentavos } from '../importe.ts';
import { sha384 } from '../sha384.ts';
import { tipoDeDocumentoElectronico } from '../tipos-de-documento.ts';
import type { Resultado } from '../../resultado/index.ts';
import type { DocumentoElectronico, ImpuestoDelDocumento } from './documento.ts';

/** What closes the string, that no document carries. */
export interface Claves {
  claveTecnica?: string | undefined;
  pin?: string | undefined;
}

type ComparacionDeCodigo =
  /** Without the key nobody can tell. */
  | { coincide: null; clase: ClaseDeCodigo | undefined; falta: 'clave-tecnica' | 'pin' | 'tipo' }
  | { coincide: true; clase: ClaseDeCodigo; segunSubtotal: boolean }
  | { coincide: false; clase: ClaseDeCodigo; causa: string };

/** Recomputes the unique code from the fields of the document, never from what its notes or its QR say. */
export function compararCodigo(documento: DocumentoElectronico, claves: Claves): ComparacionDeCodigo {
  const tipo = tipoDeDocumentoElectronico(documento.tipo ?? '');
  if (!tipo) return { coincide: null, clase: undefined, falta: 'tipo' };
  const clase = tipo.codigoUnico;
  const clave = tipo.clave === 'pin' ? claves.pin : claves.claveTecnica;
  // The event that the DIAN itself answers closes with its own PIN as well.
  if (clave === undefined) return { coincide: null, clase, falta: tipo.clave };
  const campos = camposDe(documento, clase, clave);
  const calculado = calcularCodigo(clase, campos);
  if (!calculado.ok) return { coincide: false, clase, causa: noSePuede(calculado) };
  const { codigo } = documento;
  if (calculado.valor.codigo === codigo) return { coincide: true, clase, segunSubtotal: false };
  // The DIAN's own sample of the documento soporte takes the first subtotal where its annex asks for the total.
  if (clase === 'CUDS') {
    const porSubtotal = calcularCodigo(clase, {
      ...campos,
      ValImp: primerSubtotal(documento.impuestos, '01'),
    });
    if (porSubtotal.ok && porSubtotal.valor.codigo === codigo) {
      return { coincide: true, clase, segunSubtotal: true };
    }
  }
  return { coincide: false, clase, causa: causaDe(documento, clase, campos, calculado.valor) };
}

function camposDe(d: DocumentoElectronico, clase: ClaseDeCodigo, clave: string): CamposDelDocumento {
  const { emisor, adquirente, evento, totales } = d;
  if (clase === 'CUDE-evento') {
    return {
      NumDE: d.numero,
      FecEmi: d.fecha,
      HorEmi: d.hora,
      NitFE: emisor?.numero,
      DocAdq: adquirente?.numero,
      ResponseCode: evento?.codigo,
      ID: evento?.documento,
      DocumentTypeCode: evento?.tipoDeDocumento,
      SoftwarePIN: clave,
    };
  }
  if (clase === 'CUDS') {
    return {
      NumDS: d.numero,
      FecDS: d.fecha,
      HorDS: d.hora,
      ValDS: totales?.bruto,
      CodImp: '01',
      ValImp: totalDe(d.impuestos, '01'),
      ValTot: totales?.aPagar,
      NumSNO: emisor?.numero,
      NITABS: adquirente?.numero,
      SoftwarePIN: clave,
      TipoAmbie: d.ambiente,
    };
  }
  return {
    NumFac: d.numero,
    FecFac: d.fecha,
    HorFac: d.hora,
    ValFac: totales?.bruto,
    CodImp1: '01',
    ValImp1: totalDe(d.impuestos, '01'),
    CodImp2: '04',
    ValImp2: totalDe(d.impuestos, '04'),
    CodImp3: '03',
    ValImp3: totalDe(d.impuestos, '03'),
    ValTot: totales?.aPagar,
    NitOFE: emisor?.numero,
    NumAdq: adquirente?.numero,
    [clase === 'CUFE' ? 'ClTec' : 'SoftwarePIN']: clave,
    TipoAmbie: d.ambiente,
  };
}

/** The groups of one tax, added. What cannot be read goes as it is: the calculation names it. */
function totalDe(impuestos: readonly ImpuestoDelDocumento[], codigo: string): string {
  const valores = impuestos.flatMap((t) => (t.subtotales[0]?.impuesto === codigo ? [t.valor ?? ''] : []));
  if (valores.length < 2) return valores[0] ?? CERO;
  let total = 0n;
  for (const valor of valores) {
    const leido = analizarImporte(valor);
    if (!leido.ok) return valor;
    total += enCentavos(leido.valor);
  }
  return deCentavos(total);
}

function primerSubtotal(impuestos: readonly ImpuestoDelDocumento[], codigo: string): string | undefined {
  return impuestos.flatMap((t) => t.subtotales).find((s) => s.impuesto === codigo)?.valor;
}

type FallaDelCalculo = Exclude<
  Resultado<CodigoCalculado, CodigoErrorDeCodigo, { campo: string }>,
  { ok: true }
>;

function noSePuede({ campo, mensaje }: FallaDelCalculo): string {
  return `No se puede calcular por ${campo}. ${mensaje}`;
}

/** The faults that the field knows: each is tried, and the one that gives the written code is told. */
function causaDe(
  d: DocumentoElectronico,
  clase: ClaseDeCodigo,
  campos: CamposDelDocumento,
  calculado: CodigoCalculado,
): string {
  const { codigo } = d;
  if (codigo === undefined || codigo === '') return 'El documento no lo trae.';
  if (codigo.toLowerCase() === calculado.codigo) return 'Está escrito con mayúsculas: va en minúsculas.';
  const nota = d.notas.map((n) => n.trim()).find((n) => sha384(n) === codigo);
  if (nota !== undefined) {
    const { campo, escrito } = dondeDifiere(calculado, nota);
    return `Es el de la cadena que trae la nota, que no es la de los datos del documento: difieren desde ${campo}, que en el documento es «${escrito}».`;
  }
  for (const [que, cambio] of errores(d)) {
    const con = calcularCodigo(clase, { ...campos, ...cambio });
    if (con.ok && con.valor.codigo === codigo) return que;
  }
  return `Con los datos del documento y la clave dada sale ${calculado.codigo}.`;
}

function errores(d: DocumentoElectronico): [string, CamposDelDocumento][] {
  const conDv = (numero: string | undefined) =>
    numero !== undefined && /^[0-9]{1,14}$/.test(numero)
      ? numero + String(digitoDeVerificacion(numero))
      : numero;
  const otro = d.ambiente === '1' ? '2' : '1';
  return [
    [
      'Se calculó con el dígito de verificación pegado al NIT del emisor.',
      { NitOFE: conDv(d.emisor?.numero) },
    ],
    [
      'Se calculó con el dígito de verificación pegado al NIT del adquirente.',
      { NumAdq: conDv(d.adquirente?.numero) },
    ],
    [
      `Se calculó con el ambiente ${otro}, y el documento dice ${d.ambiente ?? 'ninguno'}.`,
      { TipoAmbie: otro },
    ],
    ['Se calculó con el IVA en cero.', { ValImp1: CERO }],
    ['Se calculó con el total sin impuestos en lugar del valor a pagar.', { ValTot: d.totales?.bruto }],
  ];
}

function dondeDifiere({ tramos }: CodigoCalculado, nota: string): { campo: string; escrito: string } {
  let posicion = 0;
  for (const { campo, texto } of tramos) {
    if (!nota.startsWith(texto, posicion)) return { campo, escrito: texto };
    posicion += texto.length;
  }
  return { campo: 'el final', escrito: tramos.at(-1)?.texto ?? '' };
}
