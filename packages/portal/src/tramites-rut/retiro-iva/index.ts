import { cambiarResponsabilidad, procedimiento } from '../procedimiento/index.ts';
import { evaluar } from './evaluar.ts';
import { preguntasRetiroIva } from './preguntas.ts';
import { FICHA, presentarRetiroIva } from './solicitud.ts';
import { enVezDelRetiro, textosRetiroIva } from './textos.tsx';

/** Withdrawal of IVA: box 53 changes its 48 for a 49 (ET 437 par. 3 and 4). */
export const retiroIva = procedimiento({
  id: 'tramites-rut.retiro-iva',
  camino: 'retiro-iva',
  titulo: 'Dejar de ser responsable de IVA',
  version: 1,
  preguntas: preguntasRetiroIva,
  respuesta: {
    que: 'dejar de ser responsable de IVA',
    mientras: 'Sigue siendo responsable: cobre y declare el IVA.',
    mientrasTenga: '48',
    enVez: (_, base, rut) => enVezDelRetiro(base, rut),
  },
  ficha: FICHA,
  evaluar,
  anio: (s) => s.anio,
  caso: {
    nombre: 'Retiro de la responsabilidad de IVA',
    presentar: presentarRetiroIva,
    documentos: () => [
      {
        id: 'soportes',
        nombre: 'Soportes de lo que declara',
        ayuda: 'Por ejemplo, contratos o extractos. Ayudan a decidir más rápido.',
        obligatorio: false,
      },
    ],
    decision: {
      que: 'dejar de ser responsable de IVA (cambiar el código 48 por el 49)',
      efecto: {
        texto:
          'Desde hoy su RUT tiene el código 49, no responsable de IVA. La declaración del periodo en que fue responsable se presenta en su plazo.',
      },
    },
    alAprobar: (trx, caso) => cambiarResponsabilidad(trx, caso, () => ({ quita: '48', pone: '49' })),
  },
  textos: ({ anio, base }) => textosRetiroIva(anio, base),
  enRut: {
    texto: 'Dejar de ser responsable de IVA',
    si: (r) => r.tipoContribuyente === '2' && r.clasificacion.responsabilidades.includes('48'),
    enInicio: true,
  },
  asistido: {
    nombre: 'Retiro de responsable de IVA, sin firma electrónica',
    ayuda: 'Queda radicada la solicitud, y la oficina la verifica.',
    fundamento:
      'ET 437 par. 3; DUR 1625 de 2016, arts. 1.6.1.2.27 a 1.6.1.2.31; comunicado de la DIAN del 25 de febrero de 2022, caso 5',
  },
});
