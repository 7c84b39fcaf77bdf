import { tipoDeRetiro } from '../verificados/tipo-de-retiro.ts';
import { evaluarSolicitud } from './evaluar-solicitud.ts';
import { RETIRO_INC } from './recorrido.tsx';
import { presentarRetiroInc, SolicitudRetiroInc } from './solicitud.ts';

export const tipoRetiroInc = tipoDeRetiro<SolicitudRetiroInc>({
  tipo: RETIRO_INC,
  nombre: 'Retiro de la responsabilidad del impuesto al consumo',
  camino: 'retiro-inc',
  esquema: SolicitudRetiroInc,
  presentar: presentarRetiroInc,
  evaluar: evaluarSolicitud,
  soportes: 'Por ejemplo, el libro de ventas o extractos. Ayudan a decidir más rápido.',
  decision: {
    que: 'dejar de ser responsable del impuesto al consumo (cambiar el código 33 por el 50)',
    efecto: {
      texto:
        'Desde hoy su RUT tiene el código 50, no responsable del impuesto al consumo. La declaración del periodo en que fue responsable se presenta en su plazo.',
    },
  },
  cambio: { quita: '33', pone: '50' },
});
