import { cambiarResponsabilidad, procedimiento } from '../procedimiento/index.ts';
import { evaluar } from './evaluar.ts';
import { preguntasRetiroInc } from './preguntas.ts';
import { FICHA, presentarRetiroInc } from './solicitud.ts';
import { textosRetiroInc } from './textos.tsx';

/** Withdrawal of the consumption tax of restaurants and bars: box 53 changes its 33 for a 50 (ET 512-13). */
export const retiroInc = procedimiento({
  id: 'tramites-rut.retiro-inc',
  camino: 'retiro-inc',
  titulo: 'Dejar de ser responsable del impuesto al consumo',
  version: 1,
  preguntas: preguntasRetiroInc,
  respuesta: {
    que: 'dejar de ser responsable del impuesto al consumo',
    mientras: 'Sigue siendo responsable: cobre y declare el impuesto.',
    mientrasTenga: '33',
  },
  ficha: FICHA,
  evaluar,
  anio: (s) => s.anio,
  caso: {
    nombre: 'Retiro de la responsabilidad del impuesto al consumo',
    presentar: presentarRetiroInc,
    documentos: () => [
      {
        id: 'soportes',
        nombre: 'Soportes de lo que declara',
        ayuda: 'Por ejemplo, el libro de ventas o extractos. Ayudan a decidir más rápido.',
        obligatorio: false,
      },
    ],
    decision: {
      que: 'dejar de ser responsable del impuesto al consumo (cambiar el código 33 por el 50)',
      efecto: {
        texto:
          'Desde hoy su RUT tiene el código 50, no responsable del impuesto al consumo. La declaración del periodo en que fue responsable se presenta en su plazo.',
      },
    },
    alAprobar: (trx, caso) => cambiarResponsabilidad(trx, caso, () => ({ quita: '33', pone: '50' })),
  },
  textos: ({ anio }) => textosRetiroInc(anio),
  enRut: {
    texto: 'Dejar de ser responsable del impuesto al consumo',
    si: (r) => r.tipoContribuyente === '2' && r.clasificacion.responsabilidades.includes('33'),
    enInicio: true,
  },
  asistido: {
    nombre: 'Retiro de responsable del impuesto al consumo, sin firma electrónica',
    ayuda: 'De restaurantes y bares. Queda radicada la solicitud, y la oficina la verifica.',
    fundamento:
      'ET 512-13; DUR 1625 de 2016, arts. 1.6.1.2.14 par. 3 y 1.6.1.2.27 a 1.6.1.2.31; comunicado de la DIAN del 25 de febrero de 2022, caso 6',
  },
});
