import { calcularCodigo } from '@autogestion/normas/factura';
import type { Ambiente, Hallazgo } from '@autogestion/normas/factura';
import { escapar, extensionDelSoftware, identificacionDe, prologo } from './emitir.ts';
import type { ParteDeDocumento } from './emitir.ts';
import { LUGAR_DE_LA_FIRMA } from './firmar.ts';

export interface RespuestaPorEmitir {
  numero: string;
  ambiente: Ambiente;
  /** `2026-03-09T14:04:35-05:00` */
  momento: string;
  /** Who says it, and to whom. */
  de: ParteDeDocumento;
  para: ParteDeDocumento;
  /** `02` accepted, `04` rejected; `030`… of who takes part in an invoice. */
  codigo: string;
  descripcion: string;
  /** Of a claim (031): its concept. */
  motivo?: string;
  notas?: readonly string[];
  /** Of what it speaks. What could not be read has neither code nor type. */
  documento: { numero: string; codigo?: string | undefined; tipo?: string | undefined };
  /** Of an answer: what is wrong, each with its rule. */
  hallazgos?: readonly Hallazgo[];
  softwareId: string;
  pin: string;
}

const PERFIL = 'DIAN 2.1: ApplicationResponse de la Factura Electrónica de Venta';
/** What a document without findings has in their place. */
const SIN_HALLAZGOS = { regla: '0000', texto: 'Documento validado.' };

/** The XML of an ApplicationResponse, an answer or an event, without signature: its place is `LUGAR_DE_LA_FIRMA`. */
export function emitirRespuesta(r: RespuestaPorEmitir): { xml: string; codigo: string } {
  const [fecha = '', hora = ''] = r.momento.split('T');
  const codigo = codigoDe(r, fecha, hora);
  const { documento } = r;
  const uuid = documento.codigo
    ? `<cbc:UUID schemeName="${documento.tipo === '01' ? 'CUFE' : 'CUDE'}-SHA384">${escapar(documento.codigo)}</cbc:UUID>`
    : '';
  const tipo = documento.tipo
    ? `<cbc:DocumentTypeCode>${escapar(documento.tipo)}</cbc:DocumentTypeCode>`
    : '';
  const motivo = r.motivo === undefined ? '' : ` listID="${r.motivo}"`;
  const xml =
    prologo('ApplicationResponse') +
    `<ext:UBLExtensions><ext:UBLExtension><ext:ExtensionContent><sts:DianExtensions>${extensionDelSoftware(r)}</sts:DianExtensions></ext:ExtensionContent></ext:UBLExtension>` +
    `<ext:UBLExtension><ext:ExtensionContent>${LUGAR_DE_LA_FIRMA}</ext:ExtensionContent></ext:UBLExtension></ext:UBLExtensions>\n` +
    `<cbc:UBLVersionID>UBL 2.1</cbc:UBLVersionID><cbc:CustomizationID>1</cbc:CustomizationID><cbc:ProfileID>${PERFIL}</cbc:ProfileID><cbc:ProfileExecutionID>${r.ambiente}</cbc:ProfileExecutionID>\n` +
    `<cbc:ID>${r.numero}</cbc:ID><cbc:UUID schemeID="${r.ambiente}" schemeName="CUDE-SHA384">${codigo}</cbc:UUID>` +
    `<cbc:IssueDate>${fecha}</cbc:IssueDate><cbc:IssueTime>${hora}</cbc:IssueTime>\n` +
    (r.notas ?? []).map((n) => `<cbc:Note>${escapar(n)}</cbc:Note>\n`).join('') +
    `${parte('SenderParty', r.de)}\n${parte('ReceiverParty', r.para)}\n` +
    `<cac:DocumentResponse><cac:Response><cbc:ResponseCode${motivo}>${r.codigo}</cbc:ResponseCode><cbc:Description>${escapar(r.descripcion)}</cbc:Description></cac:Response>` +
    `<cac:DocumentReference><cbc:ID>${escapar(documento.numero)}</cbc:ID>${uuid}${tipo}</cac:DocumentReference>\n` +
    `${r.hallazgos ? renglones(r.hallazgos) : ''}</cac:DocumentResponse>\n</ApplicationResponse>\n`;
  return { xml, codigo };
}

function codigoDe(r: RespuestaPorEmitir, fecha: string, hora: string): string {
  const calculado = calcularCodigo('CUDE-evento', {
    NumDE: r.numero,
    FecEmi: fecha,
    HorEmi: hora,
    NitFE: r.de.numero,
    DocAdq: r.para.numero,
    ResponseCode: r.codigo,
    ID: r.documento.numero,
    DocumentTypeCode: r.documento.tipo ?? '01',
    SoftwarePIN: r.pin,
  });
  if (!calculado.ok) throw new RangeError(calculado.mensaje);
  return calculado.valor.codigo;
}

function renglones(hallazgos: readonly Hallazgo[]): string {
  const dichos =
    hallazgos.length > 0
      ? hallazgos.map((h) => ({
          regla: h.regla,
          texto: `Regla: ${h.regla}, ${h.tipo === 'rechazo' ? 'Rechazo' : 'Notificación'}: ${h.mensaje}`,
        }))
      : [SIN_HALLAZGOS];
  return dichos
    .map(
      ({ regla, texto }, i) =>
        `<cac:LineResponse><cac:LineReference><cbc:LineID>${i + 1}</cbc:LineID></cac:LineReference>` +
        `<cac:Response><cbc:ResponseCode>${escapar(regla)}</cbc:ResponseCode><cbc:Description>${escapar(texto)}</cbc:Description></cac:Response></cac:LineResponse>\n`,
    )
    .join('');
}

const parte = (grupo: string, p: ParteDeDocumento): string =>
  `<cac:${grupo}><cac:PartyTaxScheme><cbc:RegistrationName>${escapar(p.nombre)}</cbc:RegistrationName>${identificacionDe(p)}` +
  `<cac:TaxScheme><cbc:ID>01</cbc:ID><cbc:Name>IVA</cbc:Name></cac:TaxScheme></cac:PartyTaxScheme></cac:${grupo}>`;
