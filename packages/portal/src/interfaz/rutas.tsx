import { z } from 'zod';
import {
  json,
  pagina,
  redirigir,
  ruta,
  segundosDeSesion,
  type Reloj,
  type Ruta,
} from '../plataforma/index.ts';
import { Pagina, renderizarPagina } from './pagina.tsx';

/** Only a path of ours: never an address that leads elsewhere. */
const CAMINO = z
  .string()
  .regex(/^\/(?!\/)[\w/:.?=&-]*$/)
  .catch('/');

/** What stands between a browser and the pages, whatever the capability. */
export const rutasInterfaz = ({ reloj }: { reloj: Reloj }): readonly Ruta[] => [
  ruta({
    nombre: 'interfaz.cookies',
    metodo: 'GET',
    camino: '/cookies',
    acceso: 'publico',
    consulta: z.object({ a: CAMINO }),
    // What brought somebody here set a cookie. If it came back, they never see this.
    async manejar(p) {
      if (p.sesion || p.caminoRecuperado !== undefined) return redirigir(p.consulta.a);
      return pagina(paginaSinCookies());
    },
  }),
  ruta({
    nombre: 'interfaz.sesion',
    metodo: 'GET',
    camino: '/sesion',
    acceso: 'publico',
    // Being asked is a use of the session: it lengthens it.
    manejar: async ({ sesion }) => json({ acabaEn: sesion ? segundosDeSesion(sesion, reloj.ahora()) : 0 }),
  }),
];

const paginaSinCookies = () =>
  renderizarPagina(
    <Pagina titulo="Su navegador no guarda cookies" indexable={false} error>
      <p class="govuk-body">
        Sin ellas no podemos saber que la página que sigue la pide la misma persona, y ningún trámite puede
        avanzar. Lo que acaba de enviar no se guardó.
      </p>
      <p class="govuk-body">
        Las usamos solo para eso: no le seguimos ni le mostramos publicidad. Se borran cuando cierra el
        navegador, salvo la que recuerda este aparato.
      </p>
      <h2 class="govuk-heading-m">Qué puede hacer</h2>
      <ol class="govuk-list govuk-list--number">
        <li>
          Abra los ajustes de su navegador, busque «Privacidad» y permita las cookies para este sitio. En
          algunos celulares dice «Bloquear todas las cookies»: apáguelo.
        </li>
        <li>Si abrió la página desde otra aplicación, ábrala en su navegador.</li>
        <li>
          <a class="govuk-link" href="/">
            Vuelva al inicio
          </a>{' '}
          y empiece otra vez.
        </li>
      </ol>
    </Pagina>,
  );
