import { esFecha } from '../../fechas/index.ts';
import { digitoDeVerificacion } from '../../nit/index.ts';
import { calcularCodigo } from '../codigo.ts';
import { tipoDeDocumentoElectronico } from '../tipos-de-documento.ts';
import { difieren, escribirDecimal, leerDecimal, menos, NADA, porcentajeDe, sumar } from './decimal.ts';
import type { Decimal } from './decimal.ts';
import type { DocumentoElectronico, ImpuestoDelDocumento } from './documento.ts';
import { codigoDeRegla } from './hallazgo.ts';
import type { Hallazgo } from './hallazgo.ts';

/** The DIAN's own NIT, which every document names as its authorizer (technical annex 1.9). */
const NIT_DIAN = '800197268';
/** Invoices whose numbers come from a range that the DIAN authorized. */
const CON_RANGO = new Set(['01', '02', '03', '04', '05', '20']);

type Anotar = (regla: string, mensaje: string, tipo?: Hallazgo['tipo']) => void;

/**
 * What is wrong in the document by itself, under the codes of the technical annex 1.9 (Resolución DIAN
 * 000165 de 2023): what only the DIAN's register could tell (whose is the range, who is in the RUT) is not
 * looked at. Where the number of a rule was not read in a source, the finding has the letters of its group alone.
 */
export function revisarDocumento(d: DocumentoElectronico, pin?: string): Hallazgo[] {
  const hallazgos: Hallazgo[] = [];
  const anotar: Anotar = (regla, mensaje, tipo = 'rechazo') => {
    hallazgos.push({ regla: codigoDeRegla(d, regla), tipo, mensaje });
  };
  encabezado(d, anotar);
  extension(d, pin, anotar);
  partes(d, anotar);
  if (d.raiz !== 'ApplicationResponse') {
    negativos(d, anotar);
    impuestos(d, anotar);
    totales(d, anotar);
    lineas(d, anotar);
  }
  return hallazgos;
}

function encabezado(d: DocumentoElectronico, anotar: Anotar): void {
  if (d.version !== 'UBL 2.1') anotar('AD', `La versión es «UBL 2.1»${enLugarDe(d.version)}.`);
  if (d.ambiente !== '1' && d.ambiente !== '2') {
    anotar('AD', `El ambiente es 1 (producción) o 2 (pruebas)${enLugarDe(d.ambiente)}.`);
  }
  if (!d.numero) anotar('AD05', 'Falta el número del documento.');
  else if (!/^[0-9A-Za-z]+$/.test(d.numero)) {
    anotar('AD05a', `El número «${d.numero}» lleva solo letras y números, sin espacios ni guiones.`);
  }
  if (!d.codigo) anotar('AD06', 'Falta el código único del documento (cbc:UUID).');
  const clase = tipoDeDocumentoElectronico(d.tipo ?? '')?.codigoUnico.slice(0, 4);
  if (clase && d.nombreDelCodigo !== `${clase}-SHA384`) {
    anotar('AD', `El código se llama ${clase}-SHA384${enLugarDe(d.nombreDelCodigo)}.`);
  }
  if (!d.fecha || !esFecha(d.fecha)) anotar('AD09', `La fecha de emisión no existe${enLugarDe(d.fecha)}.`);
  if (!/^(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]-05:00$/.test(d.hora ?? '')) {
    anotar('AD', `La hora va con segundos y con -05:00, la hora de Colombia${enLugarDe(d.hora)}.`);
  }
  if (d.raiz === 'Invoice' && tipoDeDocumentoElectronico(d.tipo ?? '')?.raiz !== 'Invoice') {
    anotar('AD', `El tipo de documento no es uno de los conocidos${enLugarDe(d.tipo)}.`);
  }
  if (d.raiz !== 'ApplicationResponse' && !/^[A-Z]{3}$/.test(d.moneda ?? '')) {
    anotar('AD15a', `La moneda va con su código de tres letras, como COP${enLugarDe(d.moneda)}.`);
  }
}

function extension(d: DocumentoElectronico, pin: string | undefined, anotar: Anotar): void {
  const e = d.extension;
  if (!e) {
    anotar('AB', 'Falta el grupo DianExtensions, con la numeración y el software.');
    return;
  }
  if (CON_RANGO.has(d.tipo ?? '') && d.raiz === 'Invoice') rango(d, anotar);
  if (!e.softwareId) anotar('AB', 'Falta el identificador del software.');
  if (!e.codigoDeSeguridad) anotar('AB', 'Falta el código de seguridad del software.');
  else if (pin !== undefined && e.softwareId && d.numero) {
    const esperado = calcularCodigo('SoftwareSecurityCode', {
      SoftwareID: e.softwareId,
      PIN: pin,
      NumDoc: d.numero,
    });
    if (!esperado.ok || esperado.valor.codigo !== e.codigoDeSeguridad) {
      anotar('AB', 'El código de seguridad del software no es el de este software, PIN y número.');
    }
  }
  if (e.autorizador !== NIT_DIAN) {
    anotar('AB', `El autorizador es la DIAN, NIT ${NIT_DIAN}${enLugarDe(e.autorizador)}.`);
  }
  if (d.raiz === 'Invoice' && d.codigo && !e.qr?.includes(d.codigo)) {
    anotar('AB36', 'El código QR no lleva el código único de este documento.', 'notificacion');
  }
}

function rango(d: DocumentoElectronico, anotar: Anotar): void {
  const n = d.extension?.numeracion;
  if (!n?.autorizacion) {
    anotar('AB05a', 'No está el número de la autorización de numeración.');
    if (!n) return;
  }
  const { desde, hasta, prefijo = '', primero, ultimo } = n;
  const { fecha, numero } = d;
  if (!desde || !esFecha(desde))
    anotar('AB07', `Falta la fecha en que empieza la autorización${enLugarDe(desde)}.`);
  else if (fecha && fecha < desde) {
    anotar('AB07', `El documento es del ${fecha} y la autorización de numeración empieza el ${desde}.`);
  }
  if (!hasta || !esFecha(hasta))
    anotar('AB08', `Falta la fecha en que termina la autorización${enLugarDe(hasta)}.`);
  else if (fecha && fecha > hasta) {
    anotar('AB08', `El documento es del ${fecha} y la autorización de numeración terminó el ${hasta}.`);
  }
  const sinRango = [
    ['AB11a', primero, 'primer'],
    ['AB12a', ultimo, 'último'],
  ] as const;
  for (const [regla, valor, cual] of sinRango) {
    if (!/^[0-9]{1,18}$/.test(valor ?? ''))
      anotar(regla, `Falta el ${cual} número autorizado${enLugarDe(valor)}.`);
  }
  if (!numero) return;
  const consecutivo = numero.slice(prefijo.length);
  if (!numero.startsWith(prefijo) || !/^[0-9]{1,18}$/.test(consecutivo)) {
    anotar(
      'AB10b',
      `El número ${numero} no es el prefijo autorizado «${prefijo}» seguido de un consecutivo.`,
    );
    return;
  }
  const escrito = BigInt(consecutivo);
  if (primero && /^[0-9]{1,18}$/.test(primero) && escrito < BigInt(primero)) {
    anotar('AB11', `El consecutivo ${consecutivo} es menor que el primero autorizado, ${primero}.`);
  }
  if (ultimo && /^[0-9]{1,18}$/.test(ultimo) && escrito > BigInt(ultimo)) {
    anotar('AB12', `El consecutivo ${consecutivo} pasa del último autorizado, ${ultimo}.`);
  }
}

function partes(d: DocumentoElectronico, anotar: Anotar): void {
  for (const [grupo, parte, quien] of [
    ['AJ', d.emisor, 'emisor'],
    ['AK', d.adquirente, 'adquirente'],
  ] as const) {
    if (!parte) {
      anotar(grupo, `Falta el ${quien}.`);
      continue;
    }
    if (!parte.numero) anotar(grupo, `Falta la identificación del ${quien}.`);
    else if (!/^[0-9A-Za-z]{1,20}$/.test(parte.numero)) {
      anotar(grupo, `La identificación del ${quien} va sin puntos ni guiones: «${parte.numero}».`);
    }
    if (!parte.nombre) anotar(grupo, `Falta el nombre o la razón social del ${quien}.`);
    const { dv, numero, tipoDeDocumento } = parte;
    if (tipoDeDocumento === '31' && /^[0-9]{1,14}$/.test(numero ?? '') && numero !== undefined) {
      const debido = String(digitoDeVerificacion(numero));
      if (dv !== debido) {
        // The samples that the DIAN publishes carry wrong digits and its service takes them: it warns.
        anotar(
          grupo,
          `El dígito de verificación del NIT ${numero} del ${quien} es ${debido}${enLugarDe(dv)}.`,
          'notificacion',
        );
      }
    }
  }
}

/** Amounts and percentages are positive: what goes down is told by a credit note. */
function negativos(d: DocumentoElectronico, anotar: Anotar): void {
  const vistos = [
    ['el valor bruto', d.totales?.bruto],
    ['el valor con impuestos', d.totales?.conImpuestos],
    ['el total de descuentos', d.totales?.descuentos],
    ['el total de cargos', d.totales?.cargos],
    ['el valor a pagar', d.totales?.aPagar],
    ...d.impuestos.map((t) => ['un impuesto', t.valor] as const),
    ...d.cargos.map((c) => ['un cargo o descuento', c.valor] as const),
    ...d.lineas.map((l) => [`el valor de la línea ${l.id ?? ''}`.trim(), l.valor] as const),
  ] as const;
  for (const [que, valor] of vistos) {
    const leido = leerDecimal(valor);
    if (leido !== undefined && leido < 0n) {
      const grupo = que.includes('línea') ? 'AV' : que === 'un impuesto' ? 'AS' : 'AU14';
      anotar(
        que.includes('cargo o') ? 'AQ' : grupo,
        `No se aceptan valores negativos (VLR01): ${que} es ${valor ?? ''}.`,
      );
    }
  }
}

function impuestos(d: DocumentoElectronico, anotar: Anotar): void {
  for (const total of d.impuestos) {
    const valor = leerDecimal(total.valor);
    const nombre = total.subtotales[0]?.impuesto ?? 'sin código';
    if (total.subtotales.length === 0) anotar('AS04', 'Un impuesto no trae el grupo de cada tarifa.');
    if (valor === undefined) {
      anotar('AS', `El valor del impuesto ${nombre} no es un número${enLugarDe(total.valor)}.`);
      continue;
    }
    const partes = total.subtotales.map((s) => leerDecimal(s.valor) ?? NADA);
    if (total.subtotales.length > 0 && difieren(valor, sumar(partes))) {
      anotar(
        'AS',
        `El impuesto ${nombre} suma ${escribirDecimal(sumar(partes))} y el documento dice ${total.valor ?? ''}.`,
      );
    }
    tarifas(total, 'AS07', anotar);
  }
}

function tarifas(total: ImpuestoDelDocumento, regla: string, anotar: Anotar): void {
  for (const s of total.subtotales) {
    const [base, valor, porcentaje] = [s.base, s.valor, s.porcentaje].map(leerDecimal);
    // A tax by unit (bags, drinks) has no percentage.
    if (base === undefined || valor === undefined || porcentaje === undefined) continue;
    const debido = porcentajeDe(base, porcentaje);
    if (difieren(valor, debido)) {
      anotar(
        regla,
        `El ${s.porcentaje ?? ''} % de ${s.base ?? ''} es ${escribirDecimal(debido)} y el documento dice ${s.valor ?? ''}.`,
      );
    }
  }
}

function totales(d: DocumentoElectronico, anotar: Anotar): void {
  const t = d.totales;
  if (!t) {
    anotar('AU', 'Falta el grupo de los totales.');
    return;
  }
  const [bruto, conImpuestos, aPagar] = [
    ['AU02', 'valor bruto', t.bruto],
    ['AU06', 'valor bruto más impuestos', t.conImpuestos],
    ['AU14', 'valor a pagar', t.aPagar],
  ].map(([regla = '', nombre = '', valor]) => {
    const leido = leerDecimal(valor);
    if (leido === undefined) anotar(regla, `El ${nombre} no es un número${enLugarDe(valor)}.`);
    return leido;
  });
  const opcional = (valor: string | undefined): Decimal => leerDecimal(valor) ?? NADA;
  const comparar = (regla: string, nombre: string, escrito: Decimal | undefined, debido: Decimal) => {
    if (escrito !== undefined && difieren(escrito, debido)) {
      anotar(
        regla,
        `El ${nombre} debe ser ${escribirDecimal(debido)} y el documento dice ${escribirDecimal(escrito)}.`,
      );
    }
  };
  if (d.lineas.length > 0) {
    comparar('AU02', 'valor bruto', bruto, sumar(d.lineas.map((l) => leerDecimal(l.valor) ?? NADA)));
  }
  const sumaImpuestos = sumar(d.impuestos.map((i) => leerDecimal(i.valor) ?? NADA));
  if (bruto !== undefined) {
    comparar('AU06', 'valor bruto más impuestos', conImpuestos, sumar([bruto, sumaImpuestos]));
  }
  const suma = (cargo: string) =>
    sumar(d.cargos.filter((c) => c.esCargo === cargo).map((c) => leerDecimal(c.valor) ?? NADA));
  comparar('AU08', 'total de descuentos', opcional(t.descuentos), suma('false'));
  comparar('AU', 'total de cargos', opcional(t.cargos), suma('true'));
  if (conImpuestos === undefined) return;
  const sinAnticipo = sumar([
    conImpuestos,
    menos(opcional(t.descuentos)),
    opcional(t.cargos),
    opcional(t.redondeo),
  ]);
  // One print of the annex takes the advance away and another does not: either is taken.
  const conAnticipo = sumar([sinAnticipo, menos(opcional(t.anticipos))]);
  if (aPagar !== undefined && difieren(aPagar, conAnticipo)) {
    comparar('AU14', 'valor a pagar', aPagar, sinAnticipo);
  }
}

function lineas(d: DocumentoElectronico, anotar: Anotar): void {
  if (d.lineas.length === 0) anotar('AV01', 'El documento no trae ninguna línea.');
  const declaradas = leerDecimal(d.lineasDeclaradas);
  if (d.raiz === 'Invoice' && declaradas !== leerDecimal(String(d.lineas.length))) {
    anotar('AD', `El documento trae ${d.lineas.length} líneas${enLugarDe(d.lineasDeclaradas)}.`);
  }
  const vistas = new Set<string>();
  for (const linea of d.lineas) {
    const { id = '' } = linea;
    if (id === '' || vistas.has(id)) {
      anotar('AV', id === '' ? 'Una línea no tiene número.' : `La línea ${id} está dos veces.`);
    }
    vistas.add(id);
    const cantidad = leerDecimal(linea.cantidad);
    if (cantidad === undefined) {
      anotar('AV04', `La cantidad de la línea ${id} no es un número${enLugarDe(linea.cantidad)}.`);
    } else if (cantidad < 0n) anotar('AV04b', `La cantidad de la línea ${id} es negativa.`);
    if (leerDecimal(linea.valor) === undefined) {
      anotar('AV', `El valor de la línea ${id} no es un número${enLugarDe(linea.valor)}.`);
    }
    if (!linea.descripcion) anotar('AZ02', `La línea ${id} no dice qué se vende.`);
    for (const total of linea.impuestos) tarifas(total, 'AX', anotar);
  }
}

/** What is written instead, when something is. */
function enLugarDe(escrito: string | undefined): string {
  return escrito === undefined || escrito === '' ? '' : ` (dice «${escrito.slice(0, 60)}»)`;
}
