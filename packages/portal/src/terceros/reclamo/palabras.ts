import { formatearFecha } from '@autogestion/normas/fechas';
import type { TonoDeEtiqueta } from '../../interfaz/index.ts';
import type { Reclamo } from './consultas.ts';
import type { Estado, Hecho } from './estado.ts';

export const NOMBRE_DE_ESTADO: Readonly<Record<Estado, { nombre: string; tono: TonoDeEtiqueta }>> = {
  abierta: { nombre: 'Abierta', tono: 'informacion' },
  'reportante-avisado': { nombre: 'Reportante avisado', tono: 'informacion' },
  corregida: { nombre: 'Corregida', tono: 'bien' },
  sostenida: { nombre: 'Sostenida', tono: 'ojo' },
  vencida: { nombre: 'Vencida sin respuesta', tono: 'ojo' },
};

const DECLARE =
  'Declare lo que de verdad ocurrió y guarde sus soportes: su explicación va con la declaración, y la nota le sirve de respuesta si le preguntan.';

type Visto = Pick<Reclamo, 'estado' | 'vence' | 'reporte' | 'sucesos' | 'informante'>;

/** What comes next, for whoever said that it is not so. */
export function queSigue({ estado, vence, reporte, sucesos, informante }: Visto): string {
  const { nombre } = reporte.informante;
  switch (estado) {
    case 'abierta':
      return informante === null
        ? `${nombre} no tiene cuenta en esta oficina y no podemos avisarle. ${DECLARE}`
        : `Le estamos avisando a ${nombre}.`;
    case 'reportante-avisado':
      return sucesos.some((s) => s.hecho === 'corrige')
        ? `${nombre} dijo que lo va a corregir con otra entrega, a más tardar el ${formatearFecha(vence)}. Cuando llegue se lo contamos.`
        : `${nombre} ya lo sabe y puede responder hasta el ${formatearFecha(vence)}.`;
    case 'corregida':
      return 'Ya no está reportado así. Mire lo que quedó reportado y, si tiene un borrador de su declaración, ábralo otra vez: le muestra qué cambió.';
    case 'sostenida':
      return `${nombre} dice que lo reportado es cierto. ${DECLARE}`;
    case 'vencida':
      return `${nombre} no respondió en el plazo, y todavía puede hacerlo. ${DECLARE}`;
  }
}

/** What happened, as it is told to both sides. */
export const HECHO_EN_PALABRAS: Readonly<Record<Hecho, string>> = {
  avisado: 'Se le avisó a quien lo reportó',
  corrige: 'Quien lo reportó dijo que lo va a corregir',
  sostiene: 'Quien lo reportó dijo que es cierto',
  recordado: 'La oficina se lo recordó a quien lo reportó',
  'cambio-dicho': 'Se le contó a quien reclamó que ya no está reportado así',
  'vencimiento-dicho': 'Se le contó a quien reclamó que venció el plazo sin respuesta',
};
