import { tipoDeRetiro } from '../verificados/tipo-de-retiro.ts';
import { evaluarSolicitud } from './evaluar-solicitud.ts';
import { RETIRO_IVA } from './recorrido.tsx';
import { presentarRetiroIva, SolicitudRetiroIva } from './solicitud.ts';

export const tipoRetiroIva = tipoDeRetiro<SolicitudRetiroIva>({
  tipo: RETIRO_IVA,
  nombre: 'Retiro de la responsabilidad de IVA',
  camino: 'retiro-iva',
  esquema: SolicitudRetiroIva,
  presentar: presentarRetiroIva,
  evaluar: evaluarSolicitud,
  soportes: 'Por ejemplo, contratos o extractos. Ayudan a decidir más rápido.',
  decision: {
    que: 'dejar de ser responsable de IVA (cambiar el código 48 por el 49)',
    efecto: {
      texto:
        'Desde hoy su RUT tiene el código 49, no responsable de IVA. La declaración del periodo en que fue responsable se presenta en su plazo.',
    },
  },
  cambio: { quita: '48', pone: '49' },
});
