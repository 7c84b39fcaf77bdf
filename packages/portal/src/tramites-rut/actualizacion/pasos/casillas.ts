import { OTRAS_ACTIVIDADES, USUARIOS_ADUANEROS } from '@autogestion/normas/rut';
import { actividades, juntas, telefono, texto, varias } from '../../../interfaz/preguntas/index.ts';
import type { Reloj } from '../../../plataforma/index.ts';
import { anioDeHoy } from '../../pasos/index.ts';
import { cambia, hechosDe, preguntas, type Dicho } from '../tipos.ts';
import { nombreDe } from './hojas/comun.ts';

const delRut = (d: Dicho) => hechosDe(d).registro;

const nombres = juntas<{ nombreComercial: string; sigla: string }, Dicho>(
  {
    nombreComercial: {
      nombre: 'Nombre comercial',
      pregunta: nombreDe({
        campo: 'nombreComercial',
        ayuda: 'Déjelo vacío para quitarlo.',
        que: 'El nombre comercial',
        maximo: 150,
        hoy: (d) => delRut(d).identificacion.nombreComercial,
      }),
    },
    sigla: {
      nombre: 'Sigla',
      pregunta: nombreDe({
        campo: 'sigla',
        que: 'La sigla',
        ninguno: 'Ninguna',
        maximo: 40,
        ancho: 20,
        hoy: (d) => delRut(d).identificacion.sigla,
      }),
    },
  },
  { ejemplos: [{ nombreComercial: 'La Esquina', sigla: '' }] },
);

/** Boxes of sheet 1 that registration does not ask. */
export const preguntasCasillas = (reloj: Reloj) =>
  preguntas()
    .parte('Lo que cambió')
    .paso(
      'codigo-postal',
      {
        nombre: 'Código postal',
        pregunta: '¿Cuál es el código postal?',
        aplica: cambia('codigo-postal'),
      },
      texto({
        campo: 'codigoPostal',
        ayuda: 'Seis números. Déjelo vacío para quitarlo.',
        que: 'El código postal',
        maximo: 20,
        forma: {
          patron: /^\d{6}$/,
          mensaje: 'El código postal tiene seis números. Déjelo vacío para quitarlo.',
        },
        teclado: 'numeric',
        autocompletar: 'postal-code',
        ancho: 10,
        hoy: (d: Dicho) => delRut(d).ubicacion.codigoPostal,
        ejemplos: [{ codigoPostal: '250001' }],
      }),
    )
    .paso(
      'segundo-telefono',
      {
        nombre: 'Segundo teléfono',
        pregunta: '¿Cuál es el segundo teléfono?',
        aplica: cambia('segundo-telefono'),
      },
      telefono({
        ayuda: 'Fijo o celular, con 10 números. Déjelo vacío para quitarlo.',
        mensaje:
          'El teléfono tiene 10 números, con el indicativo: 601 745 1000. Si es de otro país, empiece por el signo +.',
        deOtroPais: true,
        propio: true,
        hoy: (d: Dicho) => delRut(d).ubicacion.telefono2,
      }),
    )
    .paso(
      'otras-actividades',
      {
        nombre: 'Otras actividades',
        pregunta: '¿Qué otras actividades tiene?',
        aplica: cambia('otras-actividades'),
      },
      actividades({
        anio: anioDeHoy(reloj),
        maximo: OTRAS_ACTIVIDADES,
        ayuda: `Marque las que tiene, hasta ${OTRAS_ACTIVIDADES}. Las que deje sin marcar salen del RUT.`,
        sobran: `Puede tener hasta ${OTRAS_ACTIVIDADES} además de la principal y la secundaria.`,
        vacia: 'No tiene otras actividades. Busque la que quiere agregar.',
        hoy: (d: Dicho) => [...delRut(d).clasificacion.otrasActividades],
      }),
    )
    .paso(
      'nombre-comercial',
      {
        nombre: 'Nombre comercial',
        pregunta: '¿Cuál es el nombre comercial?',
        aplica: cambia('nombre-comercial'),
      },
      nombres,
    )
    .paso(
      'usuarios-aduaneros',
      {
        nombre: 'Usuario aduanero',
        pregunta: '¿Qué calidades de usuario aduanero tiene?',
        aplica: cambia('casilla-54'),
      },
      varias({
        campo: 'calidades',
        etiqueta: 'Calidades',
        ayuda: 'La casilla 53 debe llevar el código 10.',
        de: USUARIOS_ADUANEROS.map((u) => ({ valor: u.codigo, texto: `${u.codigo} · ${u.nombre}` })),
        noEsta: 'Elija las calidades de la lista.',
        rotulo: false,
        ademas: (v) => [{ rotulo: 'Calidades aduaneras', valor: v.join(', ') || 'Ninguna' }],
        hoy: (d: Dicho) => [...delRut(d).clasificacion.usuariosAduaneros],
        ejemplos: [{ calidades: ['22'] }],
      }),
    );
