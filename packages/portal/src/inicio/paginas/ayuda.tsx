import type { VNode } from 'preact';
import { DatosAlLado, Pagina, renderizarPagina } from '../../interfaz/index.ts';
import type { ModosDeAyuda } from '../../plataforma/index.ts';

interface Props {
  modos: ModosDeAyuda;
  /** Nobody is on the other side of a demonstration. */
  demostracion: boolean;
}

/** The doubts that people have, and how the office of this installation is reached: what it has not, is not promised. */
export const paginaAyuda = (o: Props) =>
  renderizarPagina(
    <Pagina titulo="Ayuda" ancho="ancha" migas={[{ texto: 'Inicio', href: '/' }]}>
      <div class="casa">
        <div>
          {DUDAS.map(({ duda, respuesta }) => (
            <section>
              <h2 class="govuk-heading-m">{duda}</h2>
              <p class="govuk-body">{respuesta}</p>
            </section>
          ))}
        </div>
        <Contacto {...o} />
      </div>
    </Pagina>,
  );

function Contacto({ modos: { correo, telefono, horario, direccion }, demostracion }: Props) {
  const filas = [
    ...(telefono
      ? [{ rotulo: 'Teléfono', valor: <a href={`tel:${telefono.replace(/[^+\d]/g, '')}`}>{telefono}</a> }]
      : []),
    ...(correo ? [{ rotulo: 'Correo', valor: <a href={`mailto:${correo}`}>{correo}</a> }] : []),
    ...(direccion ? [{ rotulo: 'En persona', valor: direccion }] : []),
    ...(horario ? [{ rotulo: 'Horario', valor: horario }] : []),
  ];
  if (filas.length > 0)
    return (
      <DatosAlLado titulo="Hablar con la oficina" filas={filas}>
        <p class="ficha__pie">
          Nunca le pediremos su contraseña ni un código. Si le dan una referencia en una página de error,
          téngala a la mano.
        </p>
      </DatosAlLado>
    );
  return (
    <section class="ficha">
      <h2 class="ficha__titulo">Hablar con la oficina</h2>
      <p class="ficha__pie">
        {demostracion
          ? 'Esto es una demostración: no hay una oficina que atienda.'
          : 'Esta oficina todavía no ha publicado un teléfono ni un correo de ayuda. Si ya presentó un trámite, escríbale a quien lo atiende desde la página de ese trámite.'}
      </p>
    </section>
  );
}

const enlace = (href: string, texto: string): VNode => (
  <a class="govuk-link" href={href}>
    {texto}
  </a>
);

const DUDAS: readonly { duda: string; respuesta: VNode }[] = [
  {
    duda: 'No me llega el código',
    respuesta: (
      <>
        Espere un minuto y mire en el correo no deseado. Después puede pedir otro en la misma página; el
        anterior deja de servir. Si ya no tiene ese correo,{' '}
        {enlace('/entrar/recuperar', 'recupere su acceso')}.
      </>
    ),
  },
  {
    duda: 'Se cerró la página o se fue la señal',
    respuesta: (
      <>
        Cada respuesta queda guardada al pulsar el botón. Vuelva a{' '}
        {enlace('/rut/inscripcion/retomar', 'seguir una inscripción')} con su correo, también desde otro
        dispositivo, durante 30 días. Si ya entró, lo que dejó sin terminar está en su inicio.
      </>
    ),
  },
  {
    duda: 'Mis datos no coinciden con el registro de identidad',
    respuesta: (
      <>
        Escriba el número, los nombres y la fecha de expedición tal como están en su documento más reciente.
        Después de tres intentos queda una solicitud con radicado, y lo que escribió se conserva.
      </>
    ),
  },
  {
    duda: 'Quiero saber si un RUT que me entregaron es verdadero',
    respuesta: (
      <>Apunte la cámara al código QR, o {enlace('/verificar', 'verifique el código o el archivo')}.</>
    ),
  },
  {
    duda: 'No sé qué tengo que declarar ni cuándo',
    respuesta: (
      <>
        {enlace('/entrar', 'Entre a su RUT')}: ahí dice lo que tiene que hacer, y «Fechas para declarar» lo
        dice mes por mes.
      </>
    ),
  },
  {
    duda: 'Alguien entró a mis datos',
    respuesta: (
      <>
        En su inicio, «Quién vio sus datos» dice quién, qué día y para qué. Si no reconoce algo, cierre las
        sesiones y cambie la contraseña en «Su cuenta».
      </>
    ),
  },
];
