import { definidos } from '@autogestion/normas/definidos';
import type { RegistroRut } from '@autogestion/normas/rut';
import { z } from 'zod';
import { recuperarAcceso } from '../../../cuentas/index.ts';
import { correo, siONo } from '../../../interfaz/preguntas/index.ts';
import { guion } from '../../../interfaz/recorrido/index.ts';
import type { Transaccion } from '../../../plataforma/index.ts';
import { contactoDeTitular, correoOcupado } from '../../../rut/index.ts';
import type { Atencion, Hecho } from '../atencion.ts';
import type { HechosDeTitular } from '../atender.ts';
import { anotarCambioAsistido, CAMBIO } from '../cambiar-registro.ts';
import { cambioDelRut, soloNaturales } from '../cambio-del-rut.ts';
import { identidadVista } from './identidad-vista.tsx';

const DATOS = CAMBIO.extend({ factores: z.boolean() });

const conCorreo = (r: RegistroRut, nuevo: string): RegistroRut => ({
  ...r,
  ubicacion: { ...r.ubicacion, correo: nuevo },
});

const preguntas = guion<HechosDeTitular>()
  .parte('Lo que usted comprobó')
  .paso(
    'identidad-vista',
    { nombre: 'Comprobación', pregunta: '¿Comprobó que es la persona?' },
    identidadVista(),
  )
  .parte('La cuenta')
  .paso(
    'correo',
    {
      nombre: 'Correo nuevo',
      pregunta: '¿Qué correo usa ahora la persona?',
      admite: (v, { hechos: { registro } }) =>
        v.toLowerCase() === registro?.ubicacion.correo.toLowerCase()
          ? { correo: 'Ese es el correo que ya tiene. Si puede leerlo, entre con el código que llega ahí.' }
          : undefined,
      alGuardar: async (c, v) =>
        (await correoOcupado(c.trx, v))
          ? { tipo: 'rechazado', campos: { correo: 'Ese correo ya es de otra persona inscrita en el RUT.' } }
          : { tipo: 'guardado' },
    },
    correo({
      etiqueta: 'Correo electrónico',
      ayuda: 'Debe poder leerlo ya: ahí llega el código con el que acepta.',
      ejemplos: [{ correo: 'nuevo@ejemplo.co' }],
    }),
  )
  .paso(
    'factores',
    {
      nombre: 'Segundo factor',
      pregunta: '¿Perdió también su aplicación de códigos o sus llaves de acceso?',
    },
    siONo({
      campo: 'perdio',
      ayuda: 'Si nunca puso uno, responda no.',
      textos: { si: 'Sí, los perdió: se quitan', no: 'No' },
      rotulo: 'Quitar el segundo factor',
    }),
  );

async function recuperar(trx: Transaccion, a: Atencion, urlPublica: string): Promise<Hecho> {
  const { factores } = DATOS.parse(a.datos);
  const antes = a.titular ? await contactoDeTitular(trx, a.titular) : undefined;
  const { version, ...hecho } = await anotarCambioAsistido(trx, a);
  await recuperarAcceso(trx, {
    titular: hecho.titular,
    antes: antes?.correo ?? '',
    ...definidos({ telefono: antes?.telefono || undefined }),
    version,
    factores,
    urlPublica,
  });
  return hecho;
}

export const recuperarElAcceso = (urlPublica: string) =>
  cambioDelRut({
    clase: 'acceso',
    nombre: 'Recuperar el acceso a la cuenta',
    ayuda: 'La persona no tiene contraseña y ya no puede leer el correo registrado.',
    fundamento: 'Comunicado de la DIAN del 25 de febrero de 2022, caso 8; DUR 1625 de 2016, art. 1.6.1.2.14',
    titulo: 'Recuperar el acceso',
    preguntas,
    impide: soloNaturales,
    despues: (antes, r) => conCorreo(antes, r.correo),
    destino: (r) => r.correo,
    datos: ({ factores }) => ({ factores }),
    presentado: 'Recuperar el acceso a su cuenta',
    acepta: ({ factores }) => [
      'Desde ahora entra con este correo. Su contraseña anterior deja de servir y se cierran sus sesiones.',
      ...(factores
        ? ['Se quitan su aplicación de códigos, sus códigos de recuperación y sus llaves de acceso.']
        : []),
      'Avisamos al correo anterior. Desde ahí se puede deshacer por 72 horas.',
    ],
    efecto: (trx, a) => recuperar(trx, a, urlPublica),
  });
