import { formatearFecha } from '@autogestion/normas/fechas';
import type { DocumentoConsultado } from './consultar-documento.ts';

interface EstadoDelDocumento {
  titulo: string;
  tono: 'bien' | 'ojo' | 'mal';
  frase: string;
}

/** How a document stands, in a sentence: out of what is registered, each time. */
export function estadoDelDocumento(d: DocumentoConsultado): EstadoDelDocumento {
  if (d.pruebas)
    return {
      titulo: 'Es un documento de prueba',
      tono: 'ojo',
      frase: 'Se hizo para probar un software: no es una venta y no sirve de soporte.',
    };
  const anulada = d.notas.find((n) => n.tipo === '91' && n.concepto === '2');
  if (anulada)
    return {
      titulo: 'Está anulada',
      tono: 'mal',
      frase: `La anuló la nota crédito ${anulada.numero}, del ${formatearFecha(anulada.fecha)}.`,
    };
  if (d.eventos.some((e) => e.evento === '031') && d.tipo === '01')
    return {
      titulo: 'Está registrada, con un reclamo',
      tono: 'ojo',
      frase: 'Quien compró la reclamó: no la ha aceptado.',
    };
  if (d.notas.length > 0)
    return {
      titulo: 'Está registrada, con notas',
      tono: 'ojo',
      frase: 'Su valor cambió después: mire las notas.',
    };
  return {
    titulo: 'Está registrada',
    tono: 'bien',
    frase: 'La firma es válida y los datos son los que firmó quien la expidió.',
  };
}
